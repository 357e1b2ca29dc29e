// Real Flask apps, on free ports of this machine, for as long as a test needs them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { FlaskPython } from './find-flask';

/** Flask's own names; `LIFETIME_SECONDS` is a plain number for `PERMANENT_SESSION_LIFETIME`. */
export interface FlaskConfig {
  readonly SECRET_KEY: string;
  readonly SECRET_KEY_FALLBACKS?: readonly string[];
  readonly LIFETIME_SECONDS?: number;
}

export interface RunningFlask {
  /** One for each config, in order. */
  readonly origins: readonly string[];
  stop(): Promise<void>;
}

/** @throws {Error} with what Python said, if it ends instead of serving. */
export async function runFlask({ python }: FlaskPython, configs: readonly FlaskConfig[]): Promise<RunningFlask> {
  const script = join(__dirname, 'flask_app.py');
  const child = spawn(python, ['-B', script, ...configs.map((config) => JSON.stringify(config))], { stdio: 'pipe' });
  const exited = once(child, 'exit');
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ports = await new Promise<readonly number[]>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('\n')) resolve(JSON.parse(printed) as readonly number[]);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Flask did not start: ${complaints}`)));
  });
  return {
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    stop: async () => {
      child.stdin.end();
      child.kill();
      await exited;
    },
  };
}
