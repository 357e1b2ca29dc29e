// The program's way out: connections that the trusted side has opened into the box and lent to it. There is no other.

import http from 'node:http';
import https from 'node:https';
import net, { type Socket } from 'node:net';

import { relayedFetch } from './relayed-fetch';

/** By relay: a connection of an earlier call's relay may arrive late, and must never serve the next call. */
const lent = new Map<string, Socket[]>();
let currentRelay: string | null = null;
let agent: http.Agent | null = null;

/** Every request of the program, whatever its URL says, goes over a lent connection. */
class LentAgent extends http.Agent {
  override createConnection(): Socket {
    const socket = lent.get(currentRelay ?? '')?.shift();
    if (!socket)
      throw Object.assign(new Error('There is no network here: this program can reach nothing but what it was given.'), {
        code: 'ECONNREFUSED',
      });
    return socket;
  }
  /** One pool for all host names: they all lead to the same target. */
  override getName(): string {
    return 'lent';
  }
}

export function lend(socket: Socket, relay: string): void {
  const pool = lent.get(relay) ?? [];
  lent.set(relay, pool);
  pool.push(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    const index = pool.indexOf(socket);
    if (index >= 0) pool.splice(index, 1);
  });
}

/** From here on requests go over the connections of this relay; those of all others are given up. */
export function useRelay(relay: string | null): void {
  agent?.destroy();
  agent = null;
  currentRelay = relay;
  for (const [id, sockets] of lent) {
    if (id === relay) continue;
    for (const socket of [...sockets]) socket.destroy();
    lent.delete(id);
  }
}

function currentAgent(): http.Agent {
  agent ??= new LentAgent({ keepAlive: true, maxSockets: 4 });
  return agent;
}

function request(...args: unknown[]): http.ClientRequest {
  const [target, options, callback] = splitArguments(args);
  const url = target === null ? {} : { hostname: target.hostname, port: target.port, path: `${target.pathname}${target.search}` };
  return http.request({ ...url, ...options, protocol: 'http:', agent: currentAgent() }, callback);
}

function get(...args: unknown[]): http.ClientRequest {
  const started = request(...args);
  started.end();
  return started;
}

function splitArguments(
  args: unknown[],
): [URL | null, http.RequestOptions, ((response: http.IncomingMessage) => void) | undefined] {
  const [first, second, third] = args;
  const callback = [second, third].find((value) => typeof value === 'function') as
    ((response: http.IncomingMessage) => void) | undefined;
  if (typeof first === 'string' || first instanceof URL) {
    return [new URL(first), typeof second === 'object' && second !== null ? second : {}, callback];
  }
  return [null, first ?? {}, callback];
}

const facade = (original: typeof http | typeof https): object => {
  const copy = { ...original, request, get };
  return Object.assign(copy, { default: copy });
};

/** What the program gets for modules that could reach out. */
export const networkModules: Readonly<Record<string, object>> = {
  http: facade(http),
  https: facade(https),
  net: { ...net, connect: refused, createConnection: refused },
};

function refused(): never {
  throw Object.assign(new Error('There is no network here.'), { code: 'ECONNREFUSED' });
}

export const boxFetch = relayedFetch(request);

export function installFetch(): void {
  globalThis.fetch = boxFetch as unknown as typeof fetch;
}
