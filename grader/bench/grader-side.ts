// This grader's side: the grade command as an instructor types it, reading the folders and writing all reports.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { reportSchema } from '@cookie-lessons/lesson-contract';
import type { Level } from '@cookie-lessons/sandbox';

import type { Start } from './measure';
import { type Outcomes, outcomeKey } from './outcomes';

export interface GraderRun {
  readonly root: string;
  /** Folder of submissions. */
  readonly submissions: string;
  readonly level: Level;
  readonly jobs: number;
  /** Empty folder for reports and log. */
  readonly out: string;
}

export async function gradeWithGrader({ root, submissions, level, jobs, out }: GraderRun, start: Start): Promise<void> {
  const args = [
    join(root, 'scripts', 'course.mjs'),
    'grade',
    submissions,
    ...['--out', out, '--jobs', String(jobs), '--isolation', level],
  ];
  const log = join(out, 'log');
  const code = await start({ program: process.execPath, args, cwd: root, log });
  if (code !== 0) throw new Error(`The grader ended with ${code}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

export function readGraderOutcomes(out: string): Outcomes {
  const report = reportSchema.parse(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')));
  const outcomes = new Map<string, boolean>();
  for (const { source, exercises } of report.submissions)
    for (const { id, state, checks } of exercises)
      if (state === 'graded')
        for (const check of checks) outcomes.set(outcomeKey(source, id, check.id), check.outcome === 'passed');
  return outcomes;
}
