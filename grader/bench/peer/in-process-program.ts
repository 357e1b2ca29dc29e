// A program that was imported into this process: its functions are called directly, its app is asked over a loopback port.

import http, { type IncomingMessage } from 'node:http';

import type { Program, ProgramRequest, ProgramResponse, RelayedFetch } from '@cookie-lessons/lesson-contract';
import { setClock } from '@cookie-lessons/sandbox/src/host/clock';
import { relayedFetch } from '@cookie-lessons/sandbox/src/host/relayed-fetch';
import { ProgramFault, ProgramThrew } from '@cookie-lessons/sandbox/src/program-fault';

const exchangeMs = 5_000;
const agent = new http.Agent({ keepAlive: true });

export class InProcessProgram implements Program {
  over = false;

  constructor(
    private readonly exported: unknown,
    private readonly hasApp: () => boolean,
    readonly port: number,
    readonly printed: () => string,
  ) {}

  async request({ method, path, headers = {}, body }: ProgramRequest): Promise<ProgramResponse> {
    this.#assertCurrent();
    if (!this.hasApp()) throw new ProgramFault('nothing-exported', Object.keys(this.exported as object).join(', '));
    const given: Record<string, string | string[]> = { host: 'localhost' };
    for (const [name, value] of Object.entries(headers)) given[name] = typeof value === 'string' ? value : [...value];
    if (body !== undefined) given['content-length'] = String(Buffer.byteLength(body));
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, agent, method, path, headers: given, timeout: exchangeMs };
      http
        .request(options, (response) => void readAll(response).then(resolve, reject))
        .on('timeout', () => reject(new ProgramFault('timed-out', '')))
        .on('error', (error) => reject(new ProgramFault('crashed', error.message)))
        .end(body);
    });
  }

  async call(name: string, args: readonly unknown[]): Promise<unknown> {
    this.#assertCurrent();
    const fn = findFunction(this.exported, name);
    if (!fn) throw new ProgramFault('no-such-function', Object.keys(this.exported as object).join(', '));
    try {
      return await fn(...args.map((arg) => (isRelayedFetch(arg) ? fetchFrom(arg.to as InProcessProgram) : arg)));
    } catch (error) {
      const { name: kind, message, code } = error as { name?: unknown; message?: unknown; code?: unknown };
      throw new ProgramThrew({
        name: String(kind),
        message: String(message),
        code: typeof code === 'string' ? code : null,
      });
    }
  }

  async setClock(nowMs: number): Promise<void> {
    this.#assertCurrent();
    setClock(nowMs);
  }

  async output(): Promise<string> {
    this.#assertCurrent();
    return this.printed();
  }

  #assertCurrent(): void {
    if (this.over) throw new ProgramFault('run-is-over');
  }
}

/** Ends what keeps the test process open. */
export function closeConnections(): void {
  agent.destroy();
}

async function readAll(response: IncomingMessage): Promise<ProgramResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = new Map<string, string[]>();
  for (let index = 0; index < response.rawHeaders.length; index += 2) {
    const name = (response.rawHeaders[index] as string).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), response.rawHeaders[index + 1] as string]);
  }
  return { status: response.statusCode ?? 0, headers, text: Buffer.concat(chunks).toString('utf8') };
}

type AnyFunction = (...args: unknown[]) => unknown;

function findFunction(exported: unknown, name: string): AnyFunction | null {
  const record = exported as Record<string, unknown>;
  const inner = record.default as Record<string, unknown> | undefined;
  const found = [record[name], inner?.[name], name === 'default' ? exported : null];
  return (found.find((value) => typeof value === 'function') as AnyFunction | undefined) ?? null;
}

function isRelayedFetch(arg: unknown): arg is RelayedFetch {
  return typeof arg === 'object' && arg !== null && (arg as { kind?: unknown }).kind === 'relayed-fetch';
}

/** Lighter than the built-in fetch, which costs some 70 ms before its first request: the peer is not made to pay that. */
function fetchFrom(target: InProcessProgram): unknown {
  return relayedFetch((url, options, callback) =>
    http.request({ ...options, host: '127.0.0.1', port: target.port, path: `${url.pathname}${url.search}`, agent }, callback),
  );
}
