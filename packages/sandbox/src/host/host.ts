// The program that runs in every box: takes the trusted side's messages and hands everything else to the student's app.
// Whatever it answers is untrusted: student's code shares its process.

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { controlHeader, relayHeader, type ControlAnswer, type ControlMessage } from '../protocol/messages';
import { callExport } from './call-export';
import { capturedServer, forgetCapturedServer, installListen, listenAsTold } from './captured-listen';
import { installClock, pinRandom, setClock } from './clock';
import { compilerMessage, writtenLine } from './compile';
import { findApp, type Handler, locateApp } from './find-app';
import { createLoader } from './module-loader';
import { usualNodeModules } from './node-modules';
import { installFetch, lend, useRelay } from './outgoing';
import { exitProcess, parseJson, stringifyJson } from './primordials';
import { differencesFromStart, rememberStart, removeGlobals, watchLoading } from './settle';
import { installTimers, stopTimers } from './timers';
import { usualPackages } from './usual-packages';

type Packages = Readonly<Record<string, () => unknown>>;

let token: string | null = null;
let app: Handler | null = null;
let exported: unknown = {};

/** @param packages what programs may ask for, bundled with this host. @param where the listening socket, or where to listen. */
export function startHost(bundled: Packages, where: Parameters<typeof listenAsTold>[1]): void {
  const packages = watchedPackages(bundled);
  installClock();
  installTimers();
  installListen();
  installFetch();
  const shared: Record<string, unknown> = { ...usualNodeModules() };
  for (const name of usualPackages) shared[name] = bundled[name]?.();

  const server = http.createServer((req, res) => (isControl(req) ? void answer(packages, req, res) : serve(req, res)));
  server.keepAliveTimeout = 0;
  server.on('upgrade', (req: IncomingMessage, socket: Socket) =>
    isControl(req) ? takeLent(socket, String(req.headers[relayHeader])) : socket.destroy(),
  );
  server.on('clientError', (_error, socket) => socket.destroy());
  listenAsTold(server, where);
  // The trusted side holds the other end of stdin for as long as it lives.
  process.stdin
    .on('end', () => exitProcess(0))
    .on('error', () => exitProcess(0))
    .resume();
  rememberStart(shared, { server });
}

/** Each is watched from its first use on, so that what a program does to it is seen. */
function watchedPackages(bundled: Packages): Packages {
  const known = new Set(usualPackages);
  const watched = Object.entries(bundled).map(([name, load]) => {
    const loadWatched = (): unknown => {
      if (known.has(name)) return load();
      known.add(name);
      return watchLoading(name, load);
    };
    return [name, loadWatched] as const;
  });
  return Object.fromEntries(watched);
}

/** The first control message tells the token; from then on only its bearer is the trusted side. */
function isControl(req: IncomingMessage): boolean {
  const claimed = req.headers[controlHeader];
  if (typeof claimed !== 'string') return false;
  token ??= claimed;
  return claimed === token;
}

function takeLent(socket: Socket, relay: string): void {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: lent\r\n\r\n');
  lend(socket, relay);
}

function serve(req: IncomingMessage, res: ServerResponse): void {
  const handler = app ?? (capturedServer() ? (app = findApp(exported)) : null);
  if (handler) return handler(req, res);
  res.writeHead(503, { 'x-box-no-app': '1' }).end();
}

async function answer(packages: Packages, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const said = await obey(packages, parseJson(Buffer.concat(chunks).toString('utf8')) as ControlMessage);
  res.writeHead(200, { 'content-type': 'application/json' }).end(stringifyJson(said));
}

async function obey(packages: Packages, message: ControlMessage): Promise<ControlAnswer> {
  switch (message.op) {
    case 'hello':
      return { said: 'ok' };
    case 'load':
      return load(packages, message);
    case 'call':
      useRelay(message.relay);
      return callExport(exported, message).finally(() => useRelay(null));
    case 'clock':
      setClock(message.nowMs);
      return { said: 'ok' };
    case 'settle':
      unload();
      return { said: 'settled', differences: differencesFromStart() };
  }
}

function unload(): void {
  stopTimers();
  useRelay(null);
  forgetCapturedServer();
  app = null;
  exported = {};
  setClock(null);
  pinRandom(null);
}

async function load(packages: Packages, message: ControlMessage & { op: 'load' }): Promise<ControlAnswer> {
  unload();
  removeGlobals();
  setClock(message.nowMs);
  if (message.pinnedRandom !== null) pinRandom(message.pinnedRandom);
  process.env = { ...message.env };
  try {
    const loader = createLoader({ files: new Map(message.files), allowed: new Set(message.modules), packages });
    exported = loader.require(message.entry);
    const { handler, listensItself } = locateApp(exported);
    app = handler;
    return { said: 'loaded', hasApp: app !== null, listensItself, exports: Object.keys(exported as object) };
  } catch (error) {
    return { said: 'did-not-load', detail: describeError(error) };
  }
}

/** The program's own message with the first place in its own files; nothing of ours. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `It threw something that is not an Error.`;
  const message = error.message.includes('Syntax Error') ? compilerMessage(error) : `${error.name}: ${error.message}`;
  const [, path, line, column] = /\/program\/([^\s):]+):(\d+):(\d+)/.exec(error.stack ?? '') ?? [];
  return path ? `${path}:${writtenLine(path, Number(line), Number(column))}: ${message}` : message;
}
