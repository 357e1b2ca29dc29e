// The checks and nothing else: all submissions in this one process, which also loads their programs. No walls, no processes, no
// reports, and everything warm after the first: about what neither side can do without.
//
//   node start.cjs <root> <folder of submissions, as the peer has them> <file for the outcomes> <exercise id> …

import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { installCircus } from '../../src/run-checks/circus';

installCircus();

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import type { Box } from '@cookie-lessons/sandbox';

import { type Course, loadCourse } from '../../src/course/load-course';
import { runExercise } from '../../src/run-checks/run-exercise';
import { outcomeKey } from '../outcomes';
import { handedInTo, studentIdOf } from '../peer/handed-in';
import { InProcessBox, prepareProcess } from '../peer/in-process-box';
import { freshInNode } from './fresh-in-node';

async function main([root = '', submissions = '', out = '', ...ids]: readonly string[]): Promise<void> {
  const course = loadCourse(root);
  const exercises = ids.map((id) => course.exercises.get(id) as ExerciseOnDisk);
  const labs = new Set(exercises.map(({ lessonFolder }) => join(root, lessonFolder, 'labs')));
  const requireFresh = freshInNode([submissions, ...labs].map((folder) => `${folder}/`));
  const environment = process.env;
  const outcomes: [string, boolean][] = [];
  for (const name of readdirSync(submissions)) {
    for (const onDisk of exercises) {
      const { id } = onDisk.exercise;
      const run = await runOne(course, onDisk, join(submissions, name), requireFresh);
      process.env = environment;
      for (const { checkId, outcome } of run.outcomes) outcomes.push([outcomeKey(name, id, checkId), outcome === 'passed']);
    }
  }
  writeFileSync(out, JSON.stringify(outcomes));
}

async function runOne(
  course: Course,
  onDisk: ExerciseOnDisk,
  submission: string,
  requireFresh: ReturnType<typeof freshInNode>,
): Promise<Awaited<ReturnType<typeof runExercise>>['run']> {
  const { exercise } = onDisk;
  const box = new InProcessBox(join(submission, exercise.id), requireFresh);
  const target = new InProcessBox(join(course.root, onDisk.lessonFolder), requireFresh);
  const undo = prepareProcess();
  try {
    const { run } = await runExercise({
      course,
      onDisk,
      handedIn: handedInTo(exercise, join(submission, exercise.id)),
      seed: createHash('sha256').update(exercise.id).digest(),
      studentId: studentIdOf(submission),
      shuffle: false,
      box: asBox(box),
      targetBox: () => asBox(target),
      settleTarget: () => Promise.resolve(),
      endAtMs: Infinity,
    });
    return run;
  } finally {
    box.close();
    target.close();
    undo();
  }
}

/** As far as running checks asks for one. */
function asBox(box: InProcessBox): Box {
  return Object.assign(box, { endedBecause: 'answered' }) as unknown as Box;
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
