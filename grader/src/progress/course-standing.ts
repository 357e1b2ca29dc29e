// Where a student stands in the course: a row an exercise, and which one comes next. For the terminal and the site.

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import type { Course } from '../course/load-course';
import { type Progress, type Standing, standingOf } from './progress-file';

export interface ExerciseStanding extends Standing {
  readonly onDisk: ExerciseOnDisk;
  /** As of the last check; null before the first, and of a sheet that is withheld. */
  readonly points: { readonly earned: number; readonly possible: number } | null;
  readonly checkedAt: string | null;
  readonly solvedAt: string | null;
  /** A sheet that counts, before it is closed: what came of its questions is told to nobody, so it is never solved. */
  readonly isWithheld: boolean;
}

/** In the order of the course. */
export function standingsOf(course: Course, progress: Progress): readonly ExerciseStanding[] {
  return [...course.exercises.values()].map((onDisk) => {
    const { id, graded, closed } = onDisk.exercise;
    const standing = standingOf(course, onDisk, progress);
    // An exercise that was reset has no points any more.
    const noted = standing.state === 'not-started' ? undefined : progress.exercises[id];
    const isWithheld = graded === true && closed !== true;
    return {
      ...standing,
      onDisk,
      points: isWithheld ? null : (noted?.points ?? null),
      checkedAt: noted?.checkedAt ?? null,
      solvedAt: standing.state === 'solved' ? (noted?.solvedAt ?? null) : null,
      isWithheld,
    };
  });
}

/** What was worked on last and isn't solved; else the first that isn't, core before stretch. null: nothing is left to do. */
export function nextOf(standings: readonly ExerciseStanding[]): ExerciseStanding | null {
  const open = standings.filter(({ state, isWithheld }) => state !== 'solved' && !(isWithheld && state !== 'not-started'));
  const [latest] = open
    .filter(({ checkedAt }) => checkedAt !== null)
    .sort((a, b) => ((a.checkedAt ?? '') < (b.checkedAt ?? '') ? 1 : -1));
  return latest ?? open.find(({ onDisk }) => onDisk.exercise.level === 'core') ?? open[0] ?? null;
}
