// Before each check file in the peer: puts a CheckRun on globalThis whose programs are imported into this very process.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { afterAll, expect } from '@jest/globals';

import { checkRunSymbol, createCheckRun } from './contract-words';
import { type ExerciseFacts, factsFile, factsVariable, resetModulesVariable, submissionVariable } from './exercise-facts';
import { InProcessBox, prepareProcess } from './in-process-box';

// Read before the first program is loaded: programs get an environment of their own.
const { [submissionVariable]: submission = '', [factsVariable]: factsFolder = '' } = process.env;
const keepsPackages = process.env[resetModulesVariable] === undefined;
const environment = process.env;

const testPath = (expect.getState().testPath ?? '').split(sep).join('/');
const [lesson = '', name = ''] = /packages\/([^/]+)\/exercises\/([^/]+)\/[a-z]+\.test\.ts$/.exec(testPath)?.slice(1) ?? [];
const id = `${lesson}/${name}`;
const facts = JSON.parse(readFileSync(join(factsFolder, factsFile(id)), 'utf8')) as ExerciseFacts;
const { exercise } = facts;

const folder = join(submission, id);
const box = new InProcessBox(folder, facts.lessonFolder, keepsPackages);
const target = new InProcessBox(facts.lessonFolder, facts.lessonFolder, keepsPackages);
const handedInBelow = exercise.harness === undefined ? folder : join(folder, 'starter');
// A file need not be handed in.
const handedIn = exercise.files.filter((path) => existsSync(join(handedInBelow, path)));
const { run, close } = createCheckRun({
  exercise,
  student: { id: (JSON.parse(readFileSync(join(submission, 'student.json'), 'utf8')) as { id: string }).id },
  handedIn: new Map(handedIn.map((path) => [path, readFileSync(join(handedInBelow, path), 'utf8')])),
  seed: createHash('sha256').update(id).digest(),
  box,
  targetBox: () => target,
  labFiles: () => new Map(),
  labModules: facts.labModules,
  harnessFiles: new Map(facts.harness),
  onRecord: () => {},
});
(globalThis as { [checkRunSymbol]?: typeof run })[checkRunSymbol] = run;
// Last: where anything above throws, nothing is left in this process for the files that come after.
const undo = prepareProcess();
afterAll(() => {
  close();
  box.close();
  target.close();
  undo();
  process.env = environment;
});
