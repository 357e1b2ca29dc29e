// What a check gets in its hand. One object a check; nothing in it outlives the check.

import type { Draw, Program, ProgramOptions } from '@cookie-lessons/lesson-contract';

import type { App } from './app';
import type { Browser, BrowserOptions } from './browser';

export interface CheckContext {
  /** The submission's app over HTTP, without a cookie jar: raw requests. Loaded afresh for this check. */
  readonly app: App;
  /** A browser with an empty jar of its own, looking at the app (or at `options.to`, a target). */
  browser(options?: BrowserOptions): Browser;
  /** The submission's exported functions, by value, each now async: `functions<typeof import('./starter/parse')>()`. */
  functions<Module>(): RemoteFunctions<Module>;
  /** Starts one of the lesson's labs (path inside the lesson's package) in a box of its own, fresh. */
  target(entry: string, options?: ProgramOptions): Promise<Target>;
  /**
   * Calls the submission's exported attack `name` (default: its default export) as `name(fetch, baseUrl, ...args)`,
   * every request relayed to `target`.
   * @returns what the attack returned.
   */
  attack(
    target: Target,
    options?: { readonly name?: string; readonly args?: readonly unknown[]; readonly maxRequests?: number },
  ): Promise<unknown>;
  /** The handed-in entry (`answers.json`) as data without prototype; fails the check with advice when it isn't a JSON object. */
  answers(): Readonly<Record<string, unknown>>;
  /** Handed-in files by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly student: { readonly id: string };
  /** Everything random in a check comes from here: names, amounts, users, ports. The same seed gives the same run. */
  readonly draw: Draw;
  /** Time as the program and the browsers of this check see it. */
  readonly clock: Clock;
  /** What the program printed. */
  output(): Promise<string>;
  /**
   * Names a misconception, should this check fail: the first whose `detect` is true (or resolves to true) is told to the
   * student. Detectors run only after a failure, in the order they were given; a detector that throws is passed over.
   * @throws at once for an id the manifest doesn't have.
   */
  explain(misconceptionId: string, detect: () => boolean | Promise<boolean>): void;
  /** Should this check fail, this share of its points (0 to 1) is earned all the same: for questions that have parts. */
  credit(fraction: number): void;
  /** Loads the program again within this check, in the process it runs in: what its modules held is gone, browsers keep their jars. */
  reload(options?: ProgramOptions): Promise<void>;
  /** Restarts the server: like reload, in a fresh process, so that nothing at all is left of before. For checks about just that. */
  restart(options?: ProgramOptions): Promise<void>;
}

/** A lab under attack. `call` reads what happened there, where the student's code can't write. */
export interface Target {
  readonly program: Program;
  /** A fresh origin every time, e.g. `http://shop-4821.example`. */
  readonly baseUrl: string;
  readonly app: App;
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
}

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Moves the program's clock and every browser's; starts at `nowMs` of the check's options, else at the real time, standing still. */
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): Promise<void>;
}

export type RemoteFunctions<Module> = {
  readonly [Name in keyof Module as Module[Name] extends (...args: never[]) => unknown ? Name : never]: Module[Name] extends (
    ...args: infer Args
  ) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};
