// Starts one box at a level and watches over its life: output cap, time to live, why it ended, and that nothing is left.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';

import type { Level, Limits } from '../box';
import { bwrapCommand } from '../levels/bwrap';
import type { CommandLine, CommandParts } from '../levels/command-line';
import { landlockCommand } from '../levels/landlock';
import { plainProcessCommand } from '../levels/plain-process';
import type { BoxProcess, HostBundle } from './box-process';
import { listeningSocket, type ListeningSocket, nameToListenAt } from './listening-socket';
import { endWithThisProcess } from './live-boxes';
import { nextCore } from './next-core';
import { handsSocketsDown, killGroup, leastEnvironment, ownGroup, topFolder } from './platform';
import { whenListening } from './when-listening';

type Ended = Awaited<BoxProcess['ended']>['because'];

const commandFor: Readonly<Record<Level, (parts: CommandParts) => CommandLine>> = {
  bwrap: bwrapCommand,
  landlock: landlockCommand,
  process: plainProcessCommand,
};

/** @throws Error when the level's own program is missing or can't be started. */
export async function startBoxProcess({
  level,
  limits,
  host,
  hostListens = !handsSocketsDown,
}: {
  level: Level;
  limits: Limits;
  host: HostBundle;
  /** Instead of getting a socket that listens already. Only at level process: behind walls there is no folder for a socket. */
  hostListens?: boolean;
}): Promise<BoxProcess> {
  // Asking for their programs elsewhere would be worse than useless: macOS answers `python3` with a window that offers to install it.
  if (level !== 'process' && process.platform !== 'linux') throw new Error(`level ${level} needs Linux`);
  if (level !== 'process' && hostListens) throw new Error(`at level ${level} the host cannot listen itself`);
  const socket = hostListens ? nameToListenAt() : await listeningSocket();
  try {
    const core = level === 'process' ? null : nextCore();
    const listenAt = hostListens ? socket.path : null;
    const box = watch(launch(commandFor[level]({ limits, host, core, listenAt }), socket), socket, limits);
    if (hostListens) await whenListening(box, limits.loadMs);
    return box;
  } catch (error) {
    socket.release();
    socket.remove();
    throw error;
  }
}

function launch({ command, args, descriptor4 }: CommandLine, socket: ListeningSocket): ChildProcess {
  try {
    // An empty environment, so that /proc shows nothing of ours.
    return spawn(command, args, {
      ...ownGroup,
      cwd: topFolder,
      env: leastEnvironment,
      stdio: ['pipe', 'pipe', 'pipe', socket.descriptor ?? 'ignore', ...(descriptor4 === null ? [] : [descriptor4])],
    });
  } finally {
    if (descriptor4 !== null) closeSync(descriptor4);
  }
}

function watch(child: ChildProcess, socket: ListeningSocket, limits: Limits): BoxProcess {
  socket.release();
  let output = '';
  let reason: Ended | null = null;
  const killFor = (because: Ended): void => {
    reason ??= because;
    killGroup(child);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text.slice(0, Math.max(0, limits.outputBytes - output.length));
      if (output.length >= limits.outputBytes) killFor('too-much-output');
    });
  }
  child.stdin?.on('error', () => {});
  const forget = endWithThisProcess(() => {
    killGroup(child);
    socket.remove();
  });
  const life = setTimeout(() => killFor('killed'), limits.lifeMs);
  life.unref();
  const ended = new Promise<{ because: Ended }>((resolve) => {
    const finish = (because: Ended): void => {
      clearTimeout(life);
      forget();
      // Once more: children may have outlived their parent.
      killGroup(child);
      socket.remove();
      resolve({ because });
    };
    child.once('error', (error) => {
      output += error.message;
      finish('did-not-start');
    });
    child.once('close', (code, signal) => finish(reason ?? whyEnded(code, signal, output)));
  });
  return {
    socketPath: socket.path,
    ended,
    output: () => output,
    forgetOutput: () => void (output = ''),
    kill: async () => {
      killFor('killed');
      await ended;
    },
  };
}

const signalNumbers = { abort: 6, cpu: 24 };

/** From outside, as well as it can be told. It names a cause for people; no points depend on it. */
function whyEnded(code: number | null, signal: NodeJS.Signals | null, output: string): Ended {
  if (signal === 'SIGXCPU' || code === 128 + signalNumbers.cpu) return 'out-of-cpu';
  if (
    /heap out of memory|Allocation failed|out of memory|Array buffer allocation failed|Cannot allocate memory/i.test(
      output.slice(-4000),
    )
  )
    return 'out-of-memory';
  if (signal === 'SIGABRT' || code === 128 + signalNumbers.abort || code === 133 || code === 134) return 'out-of-memory';
  return 'exited';
}
