// `npm run verify`: the author's check.

import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';

import { exitCodes, type ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import { strongestLevel } from '@cookie-lessons/sandbox';
import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { proveQuestions } from '../../verify/prove-questions';
import { verifyExercises } from '../../verify/verify-exercises';
import { repositoryRoot } from './repository';
import { say, sayAside } from './say';
import { findExercises } from './workspace';

export function verifyCommand(exit: (code: number) => void): Command {
  return new Command('verify')
    .description('Prove exercises: starter 0, solution full, every wrong answer caught as named, every right answer full.')
    .argument('[exercise...]', 'e.g. plain-cookies/first-cookie, or plain-cookies/ for a lesson; all unless given')
    .option('--seed <hex>', '32 hex digits: repeat the draws of an earlier run')
    .action(async (names: string[], { seed }: { seed?: string }) =>
      exit(await verify(names, seed ?? randomBytes(16).toString('hex'))),
    );
}

async function verify(names: readonly string[], seed: string): Promise<number> {
  const course = loadCourse(repositoryRoot);
  const exercises = findExercises(course, names);
  const { level } = await strongestLevel();
  const { findings, answers } = await verifyExercises({
    course,
    exercises,
    level,
    jobs: availableParallelism(),
    seed,
    onAnswer: ({ exercise, name }, found) => {
      if (found.length > 0) sayAside(`${pc.red('✗')} ${exercise.id}: ${name}`);
    },
  });
  for (const { exercise } of exercises) {
    const own = findings.filter(({ exerciseId }) => exerciseId === exercise.id);
    say(
      `${own.length === 0 ? pc.green('✓') : pc.red('✗')} ${exercise.id}  ${pc.dim(`${exercise.checks.length} checks, ${answers.get(exercise.id) ?? 0} answers`)}`,
    );
    for (const { problem, repair } of own) say(`    ${problem}\n      ${pc.dim(repair)}`);
  }
  const questionFindings = await verifyQuestions(course, exercises);
  const all = findings.length + questionFindings;
  say(
    all === 0
      ? `\n${exercises.length} exercises proved at level ${level}.`
      : `\n${all} findings. Repeat these draws with --seed ${seed}`,
  );
  return all === 0 ? exitCodes.done : exitCodes.belowRequired;
}

/** Where a sheet of questions is among what was asked for. @returns how many findings. */
async function verifyQuestions(course: Course, exercises: readonly ExerciseOnDisk[]): Promise<number> {
  if (!exercises.some(({ exercise }) => exercise.kind === 'quiz')) return 0;
  const proven = await proveQuestions(course);
  if (proven === null) return 0;
  const { questions, seeded, papers, longestIsRight, worstLetter } = proven.figures;
  say(
    `${proven.findings.length === 0 ? pc.green('✓') : pc.red('✗')} questions  ${pc.dim(`${questions} questions, ${seeded} of them drawn, ${papers} papers each; the longest choice is right in ${percent(longestIsRight.share)} (by chance ${percent(longestIsRight.byChance)}); letters at most ${worstLetter.toFixed(1)} standard deviations from even`)}`,
  );
  for (const finding of proven.findings) say(`    ${finding}`);
  return proven.findings.length;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
