// Where the host in the box listens itself, nobody may ask before it does.

import net from 'node:net';

import type { BoxProcess } from './box-process';

const betweenTriesMs = 10;

/** Resolves as soon as somebody takes connections there, or the process has ended, or the time is up: asking then tells which. */
export async function whenListening({ socketPath, ended }: BoxProcess, deadlineMs: number): Promise<void> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  const giveUpAt = performance.now() + deadlineMs;
  while (!isOver && performance.now() < giveUpAt && !(await takesConnections(socketPath)))
    await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
}

function takesConnections(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ path });
    socket
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}
