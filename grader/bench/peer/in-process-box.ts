// What an ordinary course does with a submission: imports it into the process of its checks. No walls at all.
// Every load evaluates the submission's own files again, as the checks ask for.

import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Box, ProgramOptions, ProgramSource } from '@cookie-lessons/sandbox';
import { capturedServer, forgetCapturedServer, installListen } from '@cookie-lessons/sandbox/src/host/captured-listen';
import { installClock, pinRandom, setClock } from '@cookie-lessons/sandbox/src/host/clock';
import { findApp, type Handler } from '@cookie-lessons/sandbox/src/host/find-app';
import { ProgramFault } from '@cookie-lessons/sandbox/src/program-fault';

import { closeConnections, InProcessProgram } from './in-process-program';

const realListen = net.Server.prototype.listen;
let catchesListen = false;
let printed = '';

/** Evaluates a file and those it imports, whatever was evaluated of them before. @param modules packages that they may import. */
export type RequireFresh = (path: string, modules: readonly string[]) => unknown;

/** Once a test file, before anything is loaded. @returns how to undo what outlives the file. */
export function prepareProcess(): () => void {
  installClock();
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[method] = (...args: unknown[]) => void (printed += `${args.join(' ')}\n`);
  return () => {
    net.Server.prototype.listen = realListen;
    catchesListen = false;
    closeConnections();
  };
}

export class InProcessBox implements Pick<Box, 'load'> {
  #handler: Handler | null = null;
  #program: InProcessProgram | null = null;
  #server: http.Server | null = null;

  /** @param folder holds the entries that are loaded. */
  constructor(
    private readonly folder: string,
    private readonly requireFresh: RequireFresh,
  ) {}

  async load({ entry, modules }: ProgramSource, options: ProgramOptions = {}): Promise<InProcessProgram> {
    if (this.#program) this.#program.over = true;
    // Not before: checks that load no program start servers of their own.
    if (!catchesListen) installListen();
    catchesListen = true;
    const port = await this.#listen();
    printed = '';
    process.env = { ...(options.env ?? { NODE_ENV: 'test' }) };
    setClock(options.nowMs ?? null);
    pinRandom(options.pinnedRandom ?? null);
    forgetCapturedServer();
    let exported: unknown = {};
    try {
      exported = this.requireFresh(join(this.folder, entry), modules);
      this.#handler = findApp(exported);
    } catch (error) {
      throw new ProgramFault('did-not-start', String(error));
    }
    const hasApp = (): boolean => (this.#handler ??= capturedServer() ? findApp(exported) : null) !== null;
    this.#program = new InProcessProgram(exported, hasApp, port, () => printed);
    return this.#program;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #listen(): Promise<number> {
    if (!this.#server) {
      const server = http.createServer((req, res) => this.#handler?.(req, res));
      await new Promise<void>((resolve) => void realListen.call(server, { port: 0, host: '127.0.0.1' }, resolve));
      this.#server = server;
    }
    return (this.#server.address() as AddressInfo).port;
  }
}
