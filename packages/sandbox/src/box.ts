// The sandbox's front door, as its callers see it: open a box, load programs into it one after the other, close it.

import type { Program, ProgramOptions, ProgramSource } from './program';

export type Level = 'bwrap' | 'landlock' | 'process';

export type EndedBecause = 'answered' | 'timed-out' | 'out-of-memory' | 'crashed' | 'too-much-output' | 'did-not-start';

export interface Limits {
  readonly cpuSeconds: number;
  /** RLIMIT_DATA, beyond what Node itself reserves at its start. */
  readonly memoryBytes: number;
  readonly processes: number;
  readonly openFiles: number;
  readonly outputBytes: number;
  readonly loadMs: number;
  /** One whole exchange or call, from first byte sent to last byte read. */
  readonly exchangeMs: number;
  /** All the time a box may live. */
  readonly lifeMs: number;
}

export interface BoxOptions {
  readonly level: Level;
  /** Module names the programs of this box may ever ask for, each resolved from `resolveFrom`; bundled once, shared by all boxes. */
  readonly modules: readonly string[];
  readonly resolveFrom: string;
  readonly limits?: Partial<Limits>;
  /** At level process: the host in the box listens itself, as it has to on Windows. Unless given, only where it has to. */
  readonly hostListens?: boolean;
}

/** One sandboxed process, swapped from program to program, and replaced by a fresh one when it can't be shown to be clean. */
export interface Box {
  /** Starts the process ahead of its first program. Optional. */
  warmUp(): Promise<void>;
  /**
   * Loads a program, ending the one before it (whose Program then answers only `run-is-over`).
   * @throws ProgramFault `did-not-start` with the program's own message when it throws while loading, hangs or kills its process.
   */
  load(source: ProgramSource, options?: ProgramOptions): Promise<Program>;
  /**
   * Called between exercises: the host compares intrinsics, shared modules, listeners and handles with its start.
   * A difference (or no answer) means that the next `load` gets a fresh process.
   */
  settle(): Promise<{ readonly clean: boolean; readonly differences: readonly string[] }>;
  /** Ends this process now; the next `load` gets a fresh one. */
  renew(): Promise<void>;
  /** How many exercises (`settle` calls after a `load`) the process at hand has served: 0 means that it is fresh. */
  readonly exercisesServed: number;
  /** Why the process of the latest load ended, `answered` while it lives. */
  readonly endedBecause: EndedBecause;
  close(): Promise<void>;
}
