// The commands. Each is a file beside this one, loaded only when it is asked for; here they are found, run, and their errors told.

import { exitCodes, ManifestError } from '@cookie-lessons/lesson-contract';
import { endOnSignals, ignoreInspectorSignal, LevelRefused, signalsThatHaveCome } from '@cookie-lessons/sandbox';
import { Command, CommanderError } from 'commander';

import { IntakeProblem } from '../../intake/raw-files';
import { sayAside } from './say';
import { UsageError } from './usage-error';

type MakeCommand = (exit: (code: number) => void) => Command;

/* eslint-disable @typescript-eslint/no-require-imports -- loading all of them would keep every small command waiting */
/** In the order in which --help lists them. */
const commands: Readonly<Record<string, () => MakeCommand>> = {
  start: () => (require('./start') as typeof import('./start')).startCommand,
  grade: () => (require('./grade') as typeof import('./grade')).gradeCommand,
  check: () => (require('./check') as typeof import('./check')).checkCommand,
  verify: () => (require('./verify') as typeof import('./verify')).verifyCommand,
  serve: () => (require('./serve') as typeof import('./serve')).serveCommand,
  hint: () => (require('./hint') as typeof import('./hint')).hintCommand,
  progress: () => (require('./progress') as typeof import('./progress')).progressCommand,
  reset: () => (require('./reset') as typeof import('./reset')).resetCommand,
  'hand-in': () => (require('./hand-in') as typeof import('./hand-in')).handInCommand,
  quiz: () => (require('./quiz') as typeof import('./quiz')).quizCommand,
  'new:exercise': () => (require('./new-exercise') as typeof import('./new-exercise')).newExerciseCommand,
  'sync:exercises': () => (require('./sync-exercises') as typeof import('./sync-exercises')).syncExercisesCommand,
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** @param argv the command and its arguments. @returns the exit code; see exit-codes.ts of lesson-contract. */
export async function main(argv: readonly string[]): Promise<number> {
  ignoreInspectorSignal();
  endOnSignals();
  let exitCode: number = exitCodes.done;
  const asked = withoutDoubleDash(argv);
  const program = new Command('npm run')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text) => sayAside(text.trim()) });
  for (const load of commandsFor(asked[0]))
    program.addCommand(
      load()((code) => (exitCode = code))
        .exitOverride()
        .configureOutput({ outputError: (text) => sayAside(text.trim()) }),
    );
  try {
    await program.parseAsync(asked, { from: 'user' });
    return exitCode;
  } catch (error) {
    await signalsThatHaveCome();
    return explain(error, asked[0]);
  }
}

/** The one that is asked for; all of them where none is, so that they can be listed or the nearest be named. */
function commandsFor(name: string | undefined): readonly (() => MakeCommand)[] {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  return load ? [load] : Object.values(commands);
}

/** `pnpm grade -- x` hands on the dashes that npm takes away. */
function withoutDoubleDash([command, ...rest]: readonly string[]): string[] {
  return [command ?? 'start', ...(rest[0] === '--' ? rest.slice(1) : rest)];
}

function explain(error: unknown, command: string | undefined): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    sayAside(
      error.code === 'commander.unknownCommand'
        ? `The commands: ${Object.keys(commands).join(', ')}.`
        : `See npm run ${command ?? ''} -- --help`,
    );
    return exitCodes.wrongUsage;
  }
  if (
    error instanceof UsageError ||
    error instanceof IntakeProblem ||
    error instanceof ManifestError ||
    error instanceof LevelRefused
  ) {
    sayAside(error.message);
    return exitCodes.wrongUsage;
  }
  sayAside(
    `The grader itself failed; nothing that was graded before is lost. Please report this:\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return exitCodes.graderFault;
}
