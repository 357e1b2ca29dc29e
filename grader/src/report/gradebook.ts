// gradebook.csv: one row a submission. Cells that a spreadsheet would take for a formula are made text.

import type { Report } from '@cookie-lessons/lesson-contract';
import { stringify } from 'csv-stringify/sync';

import { percentOf } from './make-report';

/** What is not due, or could not be graded, is blank, never 0. */
export function renderGradebook({ submissions, isolation }: Report): string {
  const exercises = submissions.find(({ exercises: graded }) => graded.length > 0)?.exercises ?? [];
  const header = [
    'Student',
    'ID',
    'Source',
    'Verdict',
    'Points',
    'Possible',
    'Percent',
    ...exercises.map(({ id }) => id),
    ...(isolation.stamp ? ['Isolation'] : []),
  ];
  const rows = submissions.map(({ student, source, verdict, points, exercises: graded }) => [
    student.name,
    student.id,
    source,
    verdict,
    points?.earned ?? '',
    points?.possible ?? '',
    percentOf(points) ?? '',
    ...exercises.map(({ id }) => (points === null ? '' : (graded.find((exercise) => exercise.id === id)?.points.earned ?? ''))),
    ...(isolation.stamp ? [isolation.stamp] : []),
  ]);
  return stringify([header, ...rows], { escape_formulas: true });
}
