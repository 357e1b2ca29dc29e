// Plays on the real Flask: all of them go to one Python process.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import type { Answer, Step } from './play';

export interface FlaskPlay {
  readonly code: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface FlaskPlayed {
  readonly answers: readonly Answer[];
  /** Python's own words, when the program itself is wrong. */
  readonly error: string | null;
}

export function playOnFlask(python: string, plays: readonly FlaskPlay[]): readonly FlaskPlayed[] {
  const ran = spawnSync(python, [join(__dirname, 'run_snippets.py')], {
    input: JSON.stringify(plays),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: '1' },
    timeout: 60_000,
  });
  if (ran.status !== 0) throw new Error(`The Flask snippets could not be run: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as readonly FlaskPlayed[];
}
