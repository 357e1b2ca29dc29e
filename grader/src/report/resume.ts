// Going on from where an earlier run was stopped: which rows of its report still hold.

import { existsSync, readFileSync } from 'node:fs';

import { type ReportSubmission, reportSchema } from '@cookie-lessons/lesson-contract';

export interface SameConditions {
  readonly courseHash: string;
  readonly level: string;
  readonly assignment: string | null;
}

/**
 * @param path a results.json, which need not exist.
 * @returns finished rows by source and content hash; empty when the earlier run had other checks, another level or another assignment.
 */
export function finishedBefore(
  path: string,
  { courseHash, level, assignment }: SameConditions,
): ReadonlyMap<string, ReportSubmission> {
  if (!existsSync(path)) return new Map();
  const parsed = reportSchema.safeParse(readJson(path));
  if (!parsed.success || parsed.data.course.hash !== courseHash || parsed.data.isolation.level !== level) return new Map();
  const finished = parsed.data.submissions.filter(
    (row) => row.verdict === 'graded' && row.assignment === assignment && row.points !== null,
  );
  return new Map(finished.map((row) => [`${row.source}\0${row.contentHash}`, row]));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}
