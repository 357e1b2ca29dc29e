// The student's program in the strongest box that holds here, behind a port of this computer: for a browser to look at.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import { type Box, openBox, type Program, ProgramFault, type ProgramResponse, strongestLevel } from '@cookie-lessons/sandbox';

import type { Course } from '../../../course/load-course';
import { handedInOf } from '../workspace';

export interface SandboxedApp {
  readonly port: number;
  /** The files as they are now. What it says, and why it doesn't run, goes to `onPrint`. */
  load(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly env: Readonly<Record<string, string>>;
  readonly onPrint: (text: string) => void;
}

/** Somebody may look at it all day. */
const limits = { lifeMs: 24 * 3_600_000, cpuSeconds: 3_600, exchangeMs: 10_000 };
const maxBodyBytes = 1_000_000;
const ofOneConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

export async function openSandboxedApp(course: Course, onDisk: ExerciseOnDisk, { env, onPrint }: Parts): Promise<SandboxedApp> {
  const { level } = await strongestLevel();
  const { modules, entry } = onDisk.exercise;
  const box: Box = openBox({ level, modules, resolveFrom: `${course.root}/exercises`, limits });
  let program: Program | null = null;
  let told = '';
  const load = async (): Promise<void> => {
    program = null;
    told = '';
    try {
      program = await box.load({ files: handedInOf(course, onDisk), entry, modules }, { env });
    } catch (error) {
      onPrint(wordsOf(error));
    }
  };
  const print = async (): Promise<void> => {
    const all = (await program?.output().catch(() => told)) ?? told;
    onPrint(all.slice(told.length));
    told = all;
  };
  const server = createServer((req, res) => {
    void answer(req, res, async (body) => {
      if (program === null) await load();
      if (program === null) throw new Error('Your program does not run; its exercise says why.');
      return program.request({ method: req.method ?? 'GET', path: req.url ?? '/', headers: headersOf(req), body });
    })
      .then(print)
      .catch((error: unknown) => {
        // A process that hung or died has been ended: the next request gets a fresh one.
        if (error instanceof ProgramFault) program = null;
        onPrint(wordsOf(error));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    load: () => load().then(print),
    close: async () => void (await Promise.all([box.close(), closed(server)])),
  };
}

async function answer(req: IncomingMessage, res: ServerResponse, ask: (body: Buffer) => Promise<ProgramResponse>): Promise<void> {
  try {
    const { status, headers, text } = await ask(await bodyOf(req));
    for (const [name, values] of headers) if (!ofOneConnection.has(name)) res.setHeader(name, [...values]);
    res.writeHead(status).end(text);
  } catch (error) {
    if (!res.headersSent) res.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    res.end(`${wordsOf(error)}\n`);
    throw error;
  }
}

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBodyBytes) throw new Error('That is more than an exercise is ever sent.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function headersOf({ headers }: IncomingMessage): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined || ofOneConnection.has(name) ? [] : [[name, value]])),
  );
}

function wordsOf(error: unknown): string {
  const { message, detail = '' } = error as { message?: unknown; detail?: unknown };
  return [message, detail].filter((part) => typeof part === 'string' && part !== '').join(' ');
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
