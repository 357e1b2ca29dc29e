// Report v1 of a run: rows and what they were made with. Every other format is rendered from this one.

import type { Report, ReportSubmission } from '@cookie-lessons/lesson-contract';

export interface ReportFacts {
  readonly courseHash: string;
  readonly courseTitle: string | null;
  readonly gradedAt: string;
  readonly level: Report['isolation']['level'];
}

export function makeReport(
  { courseHash, courseTitle, gradedAt, level }: ReportFacts,
  submissions: readonly ReportSubmission[],
): Report {
  return {
    version: 1,
    course: { hash: courseHash, ...(courseTitle === null ? {} : { title: courseTitle }) },
    gradedAt,
    isolation: { level, probed: true, ...(level === 'process' ? { stamp: 'UNISOLATED' as const } : {}) },
    submissions: [...submissions],
  };
}

/** Share of the points, whole percent; null where there is nothing to count. */
export function percentOf(points: { readonly earned: number; readonly possible: number } | null): number | null {
  return points === null || points.possible === 0 ? null : Math.round((points.earned / points.possible) * 100);
}
