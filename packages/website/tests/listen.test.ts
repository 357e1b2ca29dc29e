// Where the site can be reached: at two addresses of this computer, and nowhere else.

import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { listenHere } from '../src';
import { type OpenSite, openSite } from './open-site';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('Where the site listens', () => {
  it('answers on 127.0.0.1', async () => {
    await expect(reaches('127.0.0.1', site.port)).resolves.toBe(true);
  });

  it('answers on no other address of this computer', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const others = addresses.map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address)).filter((address) => address !== '127.0.0.1' && address !== '::1'); // prettier-ignore
    for (const address of ['127.0.0.2', ...others])
      expect([address, await reaches(address, site.port)]).toEqual([address, false]);
  });

  it('takes the next port where another program holds this one, on either address', async () => {
    const { port, close } = await listenHere(() => undefined, 0);
    await close();
    for (const host of ['127.0.0.1', '::1']) {
      const other = createServer();
      const isHeld = await new Promise((resolve) => other.once('error', () => resolve(false)).listen({ host, port, exclusive: true }, () => resolve(true))); // prettier-ignore
      // Without IPv6 there is no second address to be taken.
      if (!isHeld) continue;
      const moved = await listenHere(() => undefined, port);
      expect(moved.port).toBeGreaterThan(port);
      await moved.close();
      await new Promise((resolve) => other.close(resolve));
    }
  });
});

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (isReached: boolean): void => {
      socket.destroy();
      resolve(isReached);
    };
    socket.on('connect', () => end(true)).on('error', () => end(false));
  });
}
