// `npm run sync:exercises`: writes exercises/ from the starters and tasks; with --check only says what differs.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { exitCodes } from '@cookie-lessons/lesson-contract';
import { Command } from 'commander';

import { type Course, loadCourse } from '../../course/load-course';
import { repositoryRoot } from './repository';
import { say, sayAside } from './say';

export function syncExercisesCommand(exit: (code: number) => void): Command {
  return new Command('sync:exercises')
    .description('For authors: write exercises/ from the starters. Overwrites what is in the workspace.')
    .option('--check', 'change nothing; exit with 1 when something differs')
    .action(({ check }: { check?: true }) => {
      const course = loadCourse(repositoryRoot);
      const differing = [...wantedFiles(course)].filter(([path, text]) => course.files.read(path) !== text);
      if (check) {
        for (const [path] of differing) sayAside(`${path} differs from its starter.`);
        exit(differing.length === 0 ? exitCodes.done : exitCodes.belowRequired);
        return;
      }
      for (const [path, text] of differing) {
        mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
        writeFileSync(join(repositoryRoot, path), text);
        say(`wrote ${path}`);
      }
      if (differing.length === 0) say('exercises/ equals the starters.');
    });
}

/** Path in the repository -> text. */
function wantedFiles({ exercises, files }: Course): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  for (const { exercise, folder, starter } of exercises.values()) {
    wanted.set(`exercises/${exercise.id}/task.md`, files.read(`${folder}/task.md`) ?? '');
    for (const [path, text] of starter) wanted.set(`exercises/${exercise.id}/${path}`, text);
  }
  if (!existsSync(join(repositoryRoot, 'exercises/student.json')))
    wanted.set('exercises/student.json', '{ "id": "", "name": "" }\n');
  return wanted;
}
