// A Unix socket that already listens, to be handed to a box as a descriptor: no folder of ours is ever bound into one.
// Or, where that can't be done, only the name that the host in the box is to listen at.

import { mkdtempSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pipeName } from './platform';

export interface ListeningSocket {
  /** null where the host in the box listens itself. */
  readonly descriptor: number | null;
  /** Where the trusted side connects. */
  readonly path: string;
  /** Gives up our copy of the descriptor, once the box has its own. */
  release(): void;
  /** Removes path and folder. */
  remove(): void;
}

export async function listeningSocket(): Promise<ListeningSocket> {
  const folder = ownFolder();
  const madeAs = join(folder, 'l');
  const path = join(folder, 's');
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: madeAs, backlog: 64 }, resolve);
  });
  const descriptor = (server as unknown as { _handle: { fd: number } })._handle.fd;
  // Closing the server unlinks the name it was made with; under its new name the socket stays.
  renameSync(madeAs, path);
  return {
    descriptor,
    path,
    release: () => void server.close(),
    remove: () => removeFolder(folder),
  };
}

/** Nobody listens there yet. A pipe has no folder and goes with its process. */
export function nameToListenAt(): ListeningSocket {
  const pipe = pipeName();
  if (pipe !== null) return { descriptor: null, path: pipe, release: () => {}, remove: () => {} };
  const folder = ownFolder();
  return { descriptor: null, path: join(folder, 's'), release: () => {}, remove: () => removeFolder(folder) };
}

function ownFolder(): string {
  if (!swept) removeOrphans();
  swept = true;
  return mkdtempSync(join(tmpdir(), `box-${process.pid}-`));
}

let swept = false;

/** Who was killed could not clean up behind itself: the next process to start a box does it. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^box-(\d+)-[A-Za-z0-9]{6}$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeFolder(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Not a recursive rm: on a folder that holds a socket it was seen to break module resolution (Node 20.20). */
function removeFolder(folder: string): void {
  for (const removal of [() => unlinkSync(join(folder, 'l')), () => unlinkSync(join(folder, 's')), () => rmdirSync(folder)]) {
    try {
      removal();
    } catch {
      // Already gone, or somebody else's.
    }
  }
}
