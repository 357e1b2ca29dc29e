// What course.json puts into an assignment: which exercises count, whether it is due, and what lateness costs.

import type { CourseManifest, Exercise } from '@cookie-lessons/lesson-contract';

import type { CountedExercises } from './score';

/** Without an assignment: everything is shown, core exercises count, and all is due. */
export const everything: CountedExercises = {
  assignment: null,
  shown: () => true,
  counts: ({ level }: Exercise) => level === 'core',
  isDue: () => true,
  isWithheld,
  lateness: () => ({ seconds: 0, deduction: 0 }),
};

/** @param nowMs Unix milliseconds; what is due later is blank, never 0. */
export function countedBy(course: CourseManifest, assignmentId: string, nowMs: number): CountedExercises | null {
  const assignment = course.assignments.find(({ id }) => id === assignmentId);
  if (!assignment) return null;
  const dueMs = (studentId: string): number | null => {
    const extension = course.extensions.find(
      ({ student, assignment: extended }) => student === studentId && extended === assignmentId,
    );
    const due = extension?.due ?? assignment.due;
    return due === undefined ? null : Date.parse(due);
  };
  const asked = new Set(assignment.exercises);
  return {
    assignment: assignmentId,
    shown: ({ id }) => asked.has(id),
    counts: ({ id }) => asked.has(id),
    isWithheld,
    isDue: (studentId) => (dueMs(studentId) ?? -Infinity) <= nowMs,
    lateness: (studentId, receivedAt) => lateness(course.late, dueMs(studentId), receivedAt),
  };
}

/** @param closed ids of sheets that are closed beside those whose manifest says so. */
export function closing(counted: CountedExercises, closed: ReadonlySet<string>): CountedExercises {
  return { ...counted, isWithheld: (exercise) => !closed.has(exercise.id) && counted.isWithheld(exercise) };
}

function isWithheld({ graded, closed }: Exercise): boolean {
  return graded === true && closed !== true;
}

function lateness(
  rule: CourseManifest['late'],
  dueMs: number | null,
  receivedAt: string | null,
): { seconds: number; deduction: number } {
  if (dueMs === null || receivedAt === null) return { seconds: 0, deduction: 0 };
  const seconds = Math.max(0, Math.round((Date.parse(receivedAt) - dueMs) / 1000));
  if (rule === undefined || seconds <= rule.graceMinutes * 60) return { seconds, deduction: 0 };
  const days = Math.ceil(seconds / 86_400);
  return { seconds, deduction: Math.min(rule.maxPercent, days * rule.percentPerDay) / 100 };
}
