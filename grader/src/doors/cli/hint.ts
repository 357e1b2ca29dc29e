// `npm run hint`: a push in the right direction. Costs nothing.

import { Command } from 'commander';

import { loadCourse } from '../../course/load-course';
import { repositoryRoot } from './repository';
import { say } from './say';
import { UsageError } from './usage-error';
import { findExercises } from './workspace';

export function hintCommand(): Command {
  return new Command('hint')
    .description('Hints for an exercise. They cost nothing.')
    .argument('<exercise>', 'e.g. plain-cookies/first-cookie')
    .argument('[check]', 'the check you are stuck at; all of them unless given')
    .action((name: string, checkId: string | undefined) => {
      for (const { exercise } of findExercises(loadCourse(repositoryRoot), [name])) {
        const checks = exercise.checks.filter(({ id }) => checkId === undefined || id === checkId);
        if (checks.length === 0)
          throw new UsageError(
            `${exercise.id} has no check "${checkId}". It has: ${exercise.checks.map(({ id }) => id).join(', ')}.`,
          );
        for (const { sentence, hint } of checks) say(`${sentence}\n  ${hint}\n`);
      }
    });
}
