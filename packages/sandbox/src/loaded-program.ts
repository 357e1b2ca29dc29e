// One program in a box, as its caller holds it. When the box loads another, this one answers only that its run is over.

import type { BoxClient } from './client/box-client';
import type { Program, ProgramRequest, ProgramResponse, RelayedFetch } from './program';
import { ProgramFault, ProgramThrew } from './program-fault';
import { interferedWith } from './protocol/read-answer';
import { decodeResult, encodeArgument, NotByValue, type Tagged } from './protocol/tagged-value';
import { openRelay } from './relay/relay';

export interface ProgramParts {
  readonly client: BoxClient;
  readonly exchangeMs: number;
  readonly hasApp: boolean;
  readonly listensItself: boolean;
  readonly exports: readonly string[];
  /** What the process has printed since this program was loaded. */
  readonly output: () => string;
  /** Turns a broken connection into what really happened to the process. */
  readonly explain: (fault: ProgramFault) => Promise<ProgramFault>;
}

export class LoadedProgram implements Program {
  #over = false;
  #hasAnswered = false;

  constructor(private readonly parts: ProgramParts) {}

  /** Who listens only later, e.g. after an await, had no app when it was loaded. */
  get listensItself(): boolean {
    return this.parts.listensItself || (!this.parts.hasApp && this.#hasAnswered);
  }

  /** Ends this program's life for its caller. */
  end(): void {
    this.#over = true;
  }

  async request(request: ProgramRequest): Promise<ProgramResponse> {
    this.#assertCurrent();
    const response = await this.#orFault(this.parts.client.request(request, this.parts.exchangeMs));
    if (response.status === 503 && response.headers.has('x-box-no-app')) {
      throw new ProgramFault('nothing-exported', this.parts.exports.join(', '));
    }
    this.#hasAnswered = true;
    return response;
  }

  async call(name: string, args: readonly unknown[]): Promise<unknown> {
    this.#assertCurrent();
    const fetches = args.filter(isRelayedFetch);
    if (fetches.length > 1) throw new Error('At most one argument of a call can be a relayed fetch.');
    const relay = fetches[0] ? await this.#orFault(openRelay(this.parts.client, fetches[0], this.parts.exchangeMs)) : null;
    try {
      const tagged = args.map((arg): Tagged => (isRelayedFetch(arg) ? { t: 'fetch' } : encodeArgument(arg)));
      const answer = await this.#orFault(
        this.parts.client.control({ op: 'call', name, args: tagged, relay: relay?.id ?? null }, this.parts.exchangeMs),
      );
      switch (answer.said) {
        case 'returned':
          return received(answer.value);
        case 'threw':
          throw new ProgramThrew({ name: answer.name, message: answer.message, code: answer.code });
        case 'no-such-function':
          throw new ProgramFault('no-such-function', answer.exports.join(', '));
        case 'not-by-value':
          throw new ProgramFault('not-by-value', answer.what);
        default:
          throw interferedWith();
      }
    } finally {
      relay?.close();
    }
  }

  async setClock(nowMs: number): Promise<void> {
    this.#assertCurrent();
    await this.#orFault(this.parts.client.control({ op: 'clock', nowMs }, this.parts.exchangeMs));
  }

  async output(): Promise<string> {
    this.#assertCurrent();
    // What was printed before this answer has then reached our end of the pipe; one turn of the loop reads it.
    await this.#orFault(this.parts.client.control({ op: 'hello' }, this.parts.exchangeMs));
    await new Promise((resolve) => setImmediate(resolve));
    return this.parts.output();
  }

  #assertCurrent(): void {
    if (this.#over) throw new ProgramFault('run-is-over');
  }

  async #orFault<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw error instanceof ProgramFault ? await this.parts.explain(error) : error;
    }
  }
}

function isRelayedFetch(arg: unknown): arg is RelayedFetch {
  return typeof arg === 'object' && arg !== null && (arg as { kind?: unknown }).kind === 'relayed-fetch';
}

/** The host encodes nothing that can't be decoded; who took its place may. */
function received(value: Tagged): unknown {
  try {
    return decodeResult(value);
  } catch (error) {
    throw error instanceof NotByValue ? new ProgramFault('not-by-value', error.message) : error;
  }
}
