// Starts processes that are ours: long-lived workers, and commands with the person's own terminal.

import { fork, spawn } from 'node:child_process';

export interface TrustedWorker<Message, Answer> {
  send(message: Message): void;
  /** The one listener for what it says; a later one takes the place of an earlier. */
  onAnswer(listener: (answer: Answer) => void): void;
  /** Resolves once, when the process is gone. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  kill(): void;
}

/** @param script a TypeScript or JavaScript file, run with this process's own loader (`execArgv`). */
export function startWorker<Message extends object, Answer>(
  script: string,
  execArgv: readonly string[] = process.execArgv,
): TrustedWorker<Message, Answer> {
  const child = fork(script, [], {
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  return {
    send: (message) => void (child.connected && child.send(message, () => {})),
    onAnswer: (listener) => void child.removeAllListeners('message').on('message', (answer) => listener(answer as Answer)),
    exited,
    kill: () => void child.kill('SIGKILL'),
  };
}

export interface ForegroundCommand {
  readonly exited: Promise<number>;
  stop(): void;
}

/** A command that shares this process's terminal, e.g. the learner's own app. */
export function startInForeground(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): ForegroundCommand {
  const child = spawn(command, [...args], { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  return {
    exited: new Promise((resolve) => {
      child.once('exit', (code) => resolve(code ?? 1));
      child.once('error', () => resolve(1));
    }),
    stop: () => void child.kill('SIGTERM'),
  };
}
