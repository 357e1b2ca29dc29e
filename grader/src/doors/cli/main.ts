// The commands. Each is a file beside this one; here they are only found, run, and their errors told.

import { exitCodes, ManifestError } from '@cookie-lessons/lesson-contract';
import { ignoreInspectorSignal, LevelRefused } from '@cookie-lessons/sandbox';
import { Command, CommanderError } from 'commander';

import { IntakeProblem } from '../../intake/raw-files';
import { checkCommand } from './check';
import { gradeCommand } from './grade';
import { hintCommand } from './hint';
import { newExerciseCommand } from './new-exercise';
import { progressCommand } from './progress';
import { quizCommand } from './quiz';
import { sayAside } from './say';
import { serveCommand } from './serve';
import { startCommand } from './start';
import { syncExercisesCommand } from './sync-exercises';
import { UsageError } from './usage-error';
import { verifyCommand } from './verify';

/** @param argv the command and its arguments. @returns the exit code; see exit-codes.ts of lesson-contract. */
export async function main(argv: readonly string[]): Promise<number> {
  ignoreInspectorSignal();
  let exitCode: number = exitCodes.done;
  const program = new Command('npm run')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text) => sayAside(text.trim()) });
  const commands = [
    startCommand,
    gradeCommand,
    checkCommand,
    verifyCommand,
    serveCommand,
    hintCommand,
    progressCommand,
    quizCommand,
    newExerciseCommand,
    syncExercisesCommand,
  ];
  for (const make of commands)
    program.addCommand(
      make((code) => (exitCode = code))
        .exitOverride()
        .configureOutput({ outputError: (text) => sayAside(text.trim()) }),
    );
  try {
    await program.parseAsync([...withoutDoubleDash(argv)], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(
      error,
      argv[0],
      program.commands.map((command) => command.name()),
    );
  }
}

/** `pnpm grade -- x` hands on the dashes that npm takes away. */
function withoutDoubleDash([command, ...rest]: readonly string[]): string[] {
  return [command ?? 'start', ...(rest[0] === '--' ? rest.slice(1) : rest)];
}

function explain(error: unknown, command: string | undefined, names: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    sayAside(
      error.code === 'commander.unknownCommand' ? `The commands: ${names.join(', ')}.` : `See npm run ${command ?? ''} -- --help`,
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
