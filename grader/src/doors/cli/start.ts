// `npm start`: where the learner stands, and the next exercise in the browser.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { renderProgress } from './progress';
import { repositoryRoot } from './repository';
import { say } from './say';
import { serve } from './serve';
import { isStarted, studentOf } from './workspace';

export function startCommand(): Command {
  return new Command('start').description('Where you stand, and the next exercise in your browser.').action(async () => {
    const course = loadCourse(repositoryRoot);
    await askWhoWorksHere(course);
    say(`${renderProgress(course)}\n`);
    const next = [...course.exercises.values()].find((onDisk) => !isStarted(course, onDisk));
    if (!next) return say('You have started every exercise. npm run check tells what is left.');
    say(whatToDo(next));
    if (next.exercise.serve !== undefined || next.exercise.exposes.includes('app')) await serve(course, next, 3000);
  });
}

function whatToDo({ exercise: { id, title, minutes, summary, entry } }: ExerciseOnDisk): string {
  return [
    pc.bold(`Next: ${title} (${minutes} minutes). ${summary}`),
    `  1. Read  exercises/${id}/task.md`,
    `  2. Edit  exercises/${id}/${entry}`,
    `  3. Run   npm run check -- ${id}   (in a second terminal)`,
    '',
  ].join('\n');
}

/** Papers and receipts are drawn per student; without a name all is well too. */
async function askWhoWorksHere(course: Course): Promise<void> {
  if (studentOf(course).id !== '' || !process.stdin.isTTY) return;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const id = (await ask.question('Your student id, as your instructor knows it (Enter to skip): ')).trim();
  const name = id === '' ? '' : (await ask.question('Your name: ')).trim();
  ask.close();
  if (id !== '') writeFileSync(join(course.root, 'exercises', 'student.json'), `${JSON.stringify({ id, name })}\n`);
}
