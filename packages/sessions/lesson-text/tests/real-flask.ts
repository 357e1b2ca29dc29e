// The real Flask, where this machine has one. All plays go to one Python process.

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

export type FlaskFinding =
  | { readonly found: true; readonly python: string; readonly version: string }
  | { readonly found: false; readonly whatToDo: string };

const candidates = [process.env.FLASK_PYTHON, 'python3', '/usr/bin/python3'];

export function findFlask(): FlaskFinding {
  for (const python of candidates) {
    if (python === undefined) continue;
    const asked = spawnSync(python, ['-c', 'import flask; from importlib.metadata import version; print(version("flask"))'], {
      encoding: 'utf8',
    });
    if (asked.status === 0) return { found: true, python, version: asked.stdout.trim() };
  }
  return {
    found: false,
    whatToDo:
      'No Python with Flask was found. Install one (Debian and Ubuntu: apt install python3-flask; elsewhere: pip install flask), or name it in FLASK_PYTHON.',
  };
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
