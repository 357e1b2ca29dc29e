// A play: requests of a few browsers, one after another, each at its moment. The same play can be given to an Express app and to a
// Flask app, and their answers compared.

import { type Answered, pairOf, requestsTo } from '@cookie-lessons/lesson-proof';
import type { Express } from 'express';

export interface Step {
  /** Each browser has a jar of its own. */
  readonly browser?: string;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of the jar. */
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Unix time; 1700000000 unless told. */
  readonly atSeconds?: number;
}

export interface Answer extends Answered {
  /** What Python warned of; only of Flask's answers. */
  readonly warnings?: readonly string[];
}

export const firstMomentSeconds = 1_700_000_000;

// For good, before any app is loaded: some packages take hold of Date.now when they are.
const realNow = Date.now;
let playedMs: number | undefined;
Date.now = () => playedMs ?? realNow();

/** Plays against an Express app with the clock of `Date.now`. A step may be made from the answers so far. */
export async function playOnExpress(
  app: Express,
  steps: readonly (Step | ((answers: readonly Answer[]) => Step))[],
): Promise<readonly Answer[]> {
  const jars = new Map<string, Map<string, string>>();
  const answers: Answer[] = [];
  try {
    return await requestsTo(app, async (send) => {
      for (const made of steps) {
        const {
          browser = '',
          cookie,
          atSeconds = firstMomentSeconds,
          ...step
        } = typeof made === 'function' ? made(answers) : made;
        playedMs = atSeconds * 1000;
        const jar = jars.get(browser) ?? new Map<string, string>();
        jars.set(browser, jar);
        const answer = await send({ ...step, cookie: cookie ?? [...jar].map((pair) => pair.join('=')).join('; ') });
        for (const line of answer.setCookies) keep(jar, line);
        answers.push(answer);
      }
      return answers;
    });
  } finally {
    playedMs = undefined;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const pair = pairOf(line);
  const name = pair.slice(0, pair.indexOf('='));
  if (/expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
}
