// A program nobody trusts, seen from the trusted side: what can be asked of it and how it can fail.

/** A program to load: its files by path (strict UTF-8 text), where it begins, and what it may `require`. */
export interface ProgramSource {
  readonly files: ReadonlyMap<string, string>;
  readonly entry: string;
  /** Names of modules the program may load, each also known to the box ({@link BoxOptions.modules}), beside the safe `node:` ones. */
  readonly modules: readonly string[];
}

export interface ProgramOptions {
  /** The whole environment of the program, nothing else is there. */
  readonly env?: Readonly<Record<string, string>>;
  /** Unix time in milliseconds at which the program's clock stands still until it is set again; without it, real time. */
  readonly nowMs?: number;
  /** Numbers in [0, 1) that `Math.random` repeats, so that a check can see whether ids depend on it. */
  readonly pinnedRandom?: number;
  /** A process that no program has run in: also what the one before has left behind (patches, properties, files) is gone. Costs a start. */
  readonly freshProcess?: boolean;
}

/** A loaded program nobody trusts. Every method rejects with a {@link ProgramFault} when it can't answer. */
export interface Program {
  /** Its app is the one it listens with, since it exports none; known once it has been loaded or has answered. Untrusted. */
  readonly listensItself?: boolean;
  /** One HTTP exchange with the program's app: no redirects, no jar, capped and with a deadline. */
  request(request: ProgramRequest): Promise<ProgramResponse>;
  /**
   * Calls an exported function by value. Arguments and results: undefined, null, booleans, numbers (NaN, infinities, -0),
   * bigint, strings, Date, Map, Set, Uint8Array, arrays and plain objects. An argument may be a {@link RelayedFetch}.
   * @throws ProgramThrew when the function threw; ProgramFault when it could not be called.
   */
  call(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Sets the program's clock, Unix milliseconds. */
  setClock(nowMs: number): Promise<void>;
  /** What the program has printed since it was loaded, at most 64 KiB. A check may fail on it; it can earn nothing. */
  output(): Promise<string>;
}

export interface ProgramRequest {
  readonly method: string;
  /** Path and query, beginning with `/`. */
  readonly path: string;
  /** Repeated headers as arrays. `host` as given, else `localhost`. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export interface ProgramResponse {
  readonly status: number;
  /** Header names in lower case; every value in order of arrival (Set-Cookie is never joined). */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** At most 64 KiB; strict UTF-8. */
  readonly text: string;
}

/**
 * Stands for the `fetch` argument of an attack: inside the box it becomes a fetch (and `node:http` is pointed the same way)
 * whose every request is relayed to `to`, whatever its URL says. Nothing else can be reached.
 */
export interface RelayedFetch {
  readonly kind: 'relayed-fetch';
  readonly to: Program;
  /** At most so many requests are passed on in one call; the rest get 429. Default 200. */
  readonly maxRequests?: number;
}

/** The program itself is at fault: it crashed, hung, closed the connection, answered no HTTP. Told to the student in our words. */
export interface ProgramFault extends Error {
  readonly name: 'ProgramFault';
  readonly code:
    | 'did-not-start'
    | 'nothing-exported'
    | 'no-such-function'
    | 'timed-out'
    | 'crashed'
    | 'out-of-memory'
    | 'too-much-output'
    | 'bad-response'
    | 'not-by-value'
    | 'run-is-over';
  /** For `did-not-start`: the program's own message, file and line, untrusted and capped. */
  readonly detail: string;
  /** For `timed-out`: its process could do nothing else meanwhile, as in an endless loop. null where nobody asked. Untrusted. */
  readonly wasBusy: boolean | null;
}

/** A called function threw. Name, message and code are the student's: untrusted data, capped. */
export interface ProgramThrew extends Error {
  readonly name: 'ProgramThrew';
  readonly thrown: { readonly name: string; readonly message: string; readonly code: string | null };
}
