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

/**
 * A command that shares this process's terminal, e.g. the learner's own app.
 *
 * @param options.onMessage for a Node program of ours, which then also sees 'disconnect' when this process is gone.
 */
export function startInForeground(
  command: string,
  args: readonly string[],
  { onMessage, ...options }: { cwd: string; env: NodeJS.ProcessEnv; onMessage?: (message: unknown) => void },
): ForegroundCommand {
  const child = spawn(command, [...args], {
    ...options,
    stdio: ['ignore', 'inherit', 'inherit', ...(onMessage ? ['ipc' as const] : [])],
  });
  if (onMessage) child.on('message', onMessage);
  return {
    exited: new Promise((resolve) => {
      child.once('exit', (code) => resolve(code ?? 1));
      child.once('error', () => resolve(1));
    }),
    stop: () => void child.kill('SIGKILL'),
  };
}

/** A command behind this one, in a process group of its own: `stop`, or the end of this process, ends all of it. */
export function startInBackground(
  command: string,
  args: readonly string[],
  { onOutput, ...options }: { cwd: string; env: NodeJS.ProcessEnv; onOutput?: (text: string) => void },
): ForegroundCommand {
  const child = spawn(command, [...args], {
    ...options,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => onOutput?.(text));
  const stop = (): void => {
    if (child.pid === undefined || child.exitCode !== null) return;
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  return {
    exited: new Promise((resolve) => {
      const ended = (code: number | null): void => {
        process.off('exit', stop);
        resolve(code ?? 1);
      };
      child.once('exit', ended);
      child.once('error', () => ended(1));
    }),
    stop,
  };
}
