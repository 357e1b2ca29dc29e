// What a student should know before uploading: what is missing, whose questions were answered, what no grader would take.

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import pc from 'picocolors';

import type { Course } from '../../course/load-course';
import { wrap } from '../../report/wrap';
import type { HandIn } from '../../workspace/collect-hand-in';
import { terminalColumns } from './say';

export interface Considered {
  /** What counts in what is handed in. */
  readonly counting: readonly ExerciseOnDisk[];
  readonly started: readonly ExerciseOnDisk[];
  readonly studentId: string;
  readonly packed: HandIn;
}

export function handInWarnings(course: Course, { counting, started, studentId, packed }: Considered): readonly string[] {
  const missing = counting.filter((onDisk) => !started.includes(onDisk));
  const warnings = [...otherPapers(course, started, studentId), ...leftOutLines(packed)];
  return (missing.length === 0 ? warnings : [notStarted(missing), ...warnings]).map(pc.yellow);
}

export function leftOutLines({ leftOut }: HandIn): readonly string[] {
  return leftOut.map(({ path, reason }) => `exercises/${path} is NOT in it. ${reason}`);
}

function notStarted(missing: readonly ExerciseOnDisk[]): string {
  const names = missing.map(({ exercise }) => exercise.id).join(', ');
  return `Not started, so not in it, though it counts:\n${wrap(names, '  ', Math.min(terminalColumns(), 100)).join('\n')}`;
}

/** Questions are drawn for a student: answers to somebody else's earn nothing. */
function otherPapers(course: Course, exercises: readonly ExerciseOnDisk[], studentId: string): readonly string[] {
  return exercises.flatMap(({ exercise: { id, kind, entry } }) => {
    const path = `exercises/${id}/${entry}`;
    const answeredBy = kind === 'quiz' ? studentIn(course.files.read(path) ?? '') : '';
    if (answeredBy === '' || answeredBy === studentId) return [];
    return [
      `${path} answers the questions that were drawn for "${answeredBy}"; exercises/student.json says "${studentId}". Mend whichever is wrong, or it earns nothing.`,
    ];
  });
}

function studentIn(answers: string): string {
  try {
    const { student } = (JSON.parse(answers) ?? {}) as { student?: unknown };
    return typeof student === 'string' ? student : '';
  } catch {
    return '';
  }
}
