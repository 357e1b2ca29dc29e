// What a lab is: a toy with a story, on a host of its own, to be attacked.

import type { Express } from 'express';

export interface Lab {
  /** Its host is `<id>.course.localhost`. */
  readonly id: string;
  readonly title: string;
  readonly lessonId: string;
  /** Name of the lesson text it belongs to, e.g. `the-bill`. */
  readonly page: string;
  /** Two sentences. */
  readonly story: string;
  /** What is said of browsers: in which it holds, and which differ. */
  readonly browserNote: string;
  /** Whole host names that it answers, too, without a port: `evil.tossing.course.localhost`. */
  readonly otherHosts?: readonly string[];
  /** True if it needs whole tabs, because its point is about two sites. */
  readonly opensInTab?: boolean;
  createApp(parts: LabParts): Express;
}

/**
 * Runs a program of ours with this machine's Python, to its end.
 *
 * @param argument its only one. @returns what it printed; null where there is no Python, or the program failed.
 */
export type RunPython = (script: string, argument: string) => Promise<string | null>;

export interface LabParts {
  /** The port that the site listens on. */
  readonly port: () => number;
  /** A second one, for what is of another origin; the first where there is none. */
  readonly secondPort: () => number;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly runPython?: RunPython | undefined;
}

/** What a switch calls its positions: a radio button each. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The host a lab's pages are on. */
export function hostOf({ id, otherHosts = [], opensInTab = false }: Lab): string {
  return opensInTab ? (otherHosts[0] ?? '') : `${id}.course.localhost`;
}
