// On this computer only: 127.0.0.1 and ::1, at one port.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens at the first port that is free on both addresses.
 *
 * One address alone is not enough where another program holds the port on the other: a browser may ask either for `localhost`.
 *
 * @param wished the first port to try; 0 for any.
 * @throws Error when none of fifty is free.
 */
export async function listenHere(handler: RequestListener, wished: number): Promise<Listening> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = await listening(handler, '127.0.0.1', wished === 0 ? 0 : wished + attempt);
    if (first === 'taken') continue;
    const { port } = first.address() as AddressInfo;
    const second = await listening(handler, '::1', port);
    if (second !== 'taken') return { port, close: async () => void (await Promise.all([first, second].map(closed))) };
    await closed(first);
  }
  throw new Error(`No port from ${wished} to ${wished + 49} is free.`);
}

/** A server that doesn't listen stands for ::1 where this computer has no IPv6. */
function listening(handler: RequestListener, host: string, port: number): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EADDRINUSE' || code === 'EACCES') return resolve('taken');
      if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return resolve(server);
      reject(new Error(`The site could not listen at ${host}, port ${port} (${code}).`));
    });
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
