// A third run beside the two: the checks alone, without walls. It grades nobody; it says what of the costs is the checks' own.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Start } from './measure';
import type { Outcomes } from './outcomes';

export interface BareRun {
  readonly root: string;
  /** Folder of submissions as the peer has them. */
  readonly submissions: string;
  readonly exerciseIds: readonly string[];
  /** Empty folder for outcomes and log. */
  readonly out: string;
}

export async function runBare({ root, submissions, exerciseIds, out }: BareRun, start: Start): Promise<void> {
  const log = join(out, 'log');
  const args = [join(__dirname, 'bare', 'start.cjs'), root, submissions, join(out, 'outcomes.json'), ...exerciseIds];
  const code = await start({ program: process.execPath, args, cwd: root, log });
  if (code !== 0) throw new Error(`The checks alone ended with ${code}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

export function readBareOutcomes(out: string): Outcomes {
  return new Map(JSON.parse(readFileSync(join(out, 'outcomes.json'), 'utf8')) as [string, boolean][]);
}
