// A Unix socket that already listens, to be handed to a box as a descriptor: no folder of ours is ever bound into one.

import { mkdtempSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ListeningSocket {
  readonly descriptor: number;
  /** Where the trusted side connects. */
  readonly path: string;
  /** Gives up our copy of the descriptor, once the box has its own. */
  release(): void;
  /** Removes path and folder. */
  remove(): void;
}

export async function listeningSocket(): Promise<ListeningSocket> {
  const folder = mkdtempSync(join(tmpdir(), 'box-'));
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
    // Not a recursive rm: on a folder that holds a socket it was seen to break module resolution (Node 20.20).
    remove: () => {
      for (const removal of [() => unlinkSync(path), () => rmdirSync(folder)]) {
        try {
          removal();
        } catch {
          // Already gone: somebody cleaned the temporary folder.
        }
      }
    },
  };
}
