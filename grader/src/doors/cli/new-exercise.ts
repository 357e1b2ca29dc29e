// `npm run new:exercise`: a small exercise that verifies, to be made into yours.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { exitCodes } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';

import { loadCourse } from '../../course/load-course';
import { scaffold } from './exercise-scaffold';
import { repositoryRoot } from './repository';
import { say } from './say';
import { UsageError } from './usage-error';

export function newExerciseCommand(exit: (code: number) => void): Command {
  return new Command('new:exercise')
    .description('Scaffold an exercise.')
    .argument('<lesson/exercise>', 'e.g. plain-cookies/my-exercise')
    .action((id: string) => {
      const [, lesson, name] = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id) ?? [];
      if (!lesson || !name)
        throw new UsageError(
          `"${id}" is not <lesson>/<exercise> in small letters, digits and hyphens, e.g. plain-cookies/my-exercise.`,
        );
      const course = loadCourse(repositoryRoot);
      const onDisk = course.lessons.find((known) => known.id === lesson);
      if (!onDisk)
        throw new UsageError(`There is no lesson "${lesson}". There are: ${course.lessons.map((known) => known.id).join(', ')}.`);
      if (existsSync(join(repositoryRoot, onDisk.folder, 'exercises', name)))
        throw new UsageError(`${onDisk.folder}/exercises/${name} exists already.`);
      const manifest = { ...onDisk.lesson, exercises: [...onDisk.lesson.exercises, name] };
      const files = scaffold(lesson, name, onDisk.lesson.pages[0] ?? 'page');
      files.set(`${onDisk.folder}/lesson.json`, `${JSON.stringify(manifest, null, 2)}\n`);
      for (const [path, text] of files) {
        mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
        writeFileSync(join(repositoryRoot, path), text);
      }
      say(
        `${onDisk.folder}/exercises/${name}/ is written, with its solution and the student's copy.\nNext: make it yours, then\n  npm run sync:exercises\n  npm run verify -- ${id}`,
      );
      exit(exitCodes.done);
    });
}
