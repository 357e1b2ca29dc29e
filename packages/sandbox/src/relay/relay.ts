// Passes a boxed program's requests on to one target, over connections lent into the box. Parses with node:http, caps what goes
// through, and ignores whatever authority the requests name.

import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { BoxClient } from '../client/box-client';
import type { RelayedFetch } from '../program';

const lentConnections = 4;
const maxRequestBodyBytes = 64 * 1024;
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'te',
  'trailer',
  'proxy-connection',
  'date',
]);

export interface Relay {
  /** Told to the box with the call, so that it uses these connections and no others. */
  readonly id: string;
  close(): void;
}

/** @param deadlineMs of the whole call, after which nothing is passed on. */
export async function openRelay(client: BoxClient, { to, maxRequests = 200 }: RelayedFetch, deadlineMs: number): Promise<Relay> {
  const id = randomBytes(8).toString('hex');
  let passedOn = 0;
  let lent = 0;
  let open = true;
  const sockets = new Set<Socket>();
  const server = http.createServer({ maxHeaderSize: 16 * 1024, requestTimeout: deadlineMs, keepAliveTimeout: 0 }, (req, res) => {
    if (!open || ++passedOn > maxRequests) return void res.writeHead(429).end('Too many requests in one call.');
    passOn(req, res, to).catch(() => res.destroy());
  });
  // CONNECT and Upgrade are refused by ending the connection.
  server.on('connect', (_req, socket) => socket.destroy());
  server.on('upgrade', (_req, socket) => socket.destroy());
  server.on('clientError', (_error, socket) => socket.destroy());

  const lendOne = async (): Promise<void> => {
    lent++;
    const socket = await client.lend(id, deadlineMs);
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      // A client that closes after each request has used this one up; the next request needs another. One that closes them
      // without a request would go on for ever.
      if (open && passedOn <= maxRequests && lent < maxRequests + lentConnections) lendOne().catch(() => {});
    });
    if (open) server.emit('connection', socket);
    else socket.destroy();
  };
  await Promise.all(Array.from({ length: lentConnections }, lendOne));
  return {
    id,
    close() {
      open = false;
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function passOn(req: IncomingMessage, res: ServerResponse, to: RelayedFetch['to']): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxRequestBodyBytes) return void res.writeHead(413).end();
    chunks.push(chunk);
  }
  const response = await to.request({
    method: req.method ?? 'GET',
    path: pathOf(req.url ?? '/'),
    headers: forwarded(req.rawHeaders),
    ...(bytes > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  res.statusCode = response.status;
  for (const [name, values] of response.headers) if (!hopByHop.has(name)) res.setHeader(name, [...values]);
  res.end(response.text);
}

/** An absolute URL keeps its path; who it names is ignored. */
function pathOf(url: string): string {
  if (url.startsWith('/')) return url;
  try {
    const { pathname, search } = new URL(url);
    return `${pathname}${search}`;
  } catch {
    return '/';
  }
}

function forwarded(rawHeaders: readonly string[]): Record<string, readonly string[]> {
  const headers: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase();
    if (hopByHop.has(name) || name.startsWith('x-box-')) continue;
    (headers[name] ??= []).push(rawHeaders[index + 1] as string);
  }
  return headers;
}
