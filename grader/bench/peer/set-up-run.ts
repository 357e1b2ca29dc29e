// Before each check file in the peer: puts a CheckRun on globalThis whose programs are imported into this very process.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { afterAll, expect } from '@jest/globals';

import { checkRunSymbol, createCheckRun } from './contract-words';
import { type ExerciseFacts, factsFile, factsVariable, resetModulesVariable, submissionVariable } from './exercise-facts';
import { freshInJest } from './fresh-in-jest';
import { handedInTo, studentIdOf } from './handed-in';
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
const fresh = freshInJest(facts.lessonFolder, keepsPackages);
const box = new InProcessBox(folder, fresh);
const target = new InProcessBox(facts.lessonFolder, fresh);
const { run, close } = createCheckRun({
  exercise,
  student: { id: studentIdOf(submission) },
  handedIn: handedInTo(exercise, folder),
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
