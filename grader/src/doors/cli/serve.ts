// `npm run serve -- <exercise>`: runs the learner's app, or the exercise's own lab, with ts-node, so that a browser can look at it.

import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import { startInForeground } from '@cookie-lessons/sandbox';
import { watch } from 'chokidar';
import { Command } from 'commander';

import { type Course, loadCourse } from '../../course/load-course';
import { keepRunning } from './keep-running';
import { repositoryRoot } from './repository';
import { say, sayAside } from './say';
import { UsageError } from './usage-error';
import { findExercises, studentOf } from './workspace';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Run the app of an exercise and print its address.')
    .argument('<exercise>', 'e.g. plain-cookies/first-cookie')
    .option('--port <n>', 'the first port to try', '3000')
    .action(async (name: string, { port }: { port: string }) => {
      const wished = portFrom(port);
      const course = loadCourse(repositoryRoot);
      const [onDisk, ...more] = findExercises(course, [name]);
      if (!onDisk || more.length > 0)
        throw new UsageError(`Name one exercise, e.g. npm run serve -- ${onDisk?.exercise.id ?? 'plain-cookies/first-cookie'}`);
      await serve(course, onDisk, wished);
    });
}

/** @throws UsageError for what is no port. */
export function portFrom(option: string): number {
  if (!/^\d{2,5}$/.test(option) || Number(option) > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not "${option}".`);
  return Number(option);
}

/** Serves until Ctrl-C; starts again whenever the served files change. */
async function serve(course: Course, onDisk: ExerciseOnDisk, wishedPort: number): Promise<void> {
  const { exercise, lessonFolder } = onDisk;
  const file = exercise.serve === undefined ? join('exercises', exercise.id, exercise.entry) : join(lessonFolder, exercise.serve);
  if (exercise.serve === undefined && !exercise.exposes.includes('app')) {
    throw new UsageError(`${exercise.id} has no app to look at. Check it with: npm run check -- ${exercise.id}`);
  }
  if (!existsSync(join(course.root, file)))
    throw new UsageError(`There is no ${file}. The starter is in ${onDisk.folder}/starter.`);
  const port = await freePort(wishedPort);
  if (port !== wishedPort)
    sayAside(`Port ${wishedPort} is in use, perhaps by a command of this course in another terminal; using ${port}.`);
  // Told once, as soon as somebody who goes there finds something.
  let tellWhere: (() => void) | null = () =>
    say(
      `Open http://127.0.0.1:${port}/ in your browser: ${exercise.title}.   (Ctrl-C ends${exercise.serve === undefined ? '; it starts again when you save' : ''})`,
    );
  let student = studentOf(course);
  const program = keepRunning(
    () =>
      startInForeground(process.execPath, [join(__dirname, 'serve-program.cjs'), join(course.root, file)], {
        cwd: course.root,
        env: { ...process.env, PORT: String(port), STUDENT_ID: student.id },
        onMessage() {
          tellWhere?.();
          tellWhere = null;
        },
      }),
    () => sayAside('Your program has ended (see above). It is started again when you save.'),
  );
  // A lab makes its codes for whoever student.json names.
  const watched = [join(course.root, file, '..'), join(course.root, 'exercises', 'student.json')];
  const watcher = watch(watched, { ignoreInitial: true });
  watcher.on('all', () => {
    try {
      student = studentOf(course);
    } catch (error) {
      sayAside((error as Error).message);
    }
    program.again();
  });
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await watcher.close();
  await program.stop();
}

async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 50; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new UsageError(`No port from ${from} to ${from + 49} is free. Name another: --port 8000`);
}
