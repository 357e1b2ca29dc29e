// Where the watch begins: at the exercise that was named, or where the student left off.

import type { Course } from '../../../course/load-course';
import type { Row, WatchState } from './watch-state';

type Known = Pick<WatchState, 'standings' | 'misplaced'>;

export function firstState(course: Course, known: Known, beginAt: string | null): WatchState {
  const rows = rowsOf(course);
  const find = (fits: (row: Row) => boolean): number => rows.findIndex(fits);
  const stateOf = ({ id }: Row): string | undefined => known.standings.get(id)?.state;
  const places = [
    find(({ id }) => id === beginAt),
    find((row) => stateOf(row) === 'started' || stateOf(row) === 'changed'),
    find((row) => stateOf(row) !== 'solved'),
  ];
  return stateAt(rows, known, places.find((index) => index >= 0) ?? 0);
}

/** @param at index of the exercise to show. */
export function stateAt(rows: readonly Row[], known: Known, at: number): WatchState {
  return {
    ...known,
    rows,
    outcomes: new Map(),
    at,
    view: 'exercise',
    cursor: 0,
    scroll: 0,
    checking: new Set(),
    showsHint: false,
    asks: null,
    app: null,
    diff: [],
    notice: '',
    elsewhere: null,
  };
}

function rowsOf({ lessons, files }: Course): Row[] {
  return lessons.flatMap(({ lesson, exercises }) =>
    exercises.map(({ exercise: { id, title, minutes, entry, exposes, serve, checks } }): Row => ({
      id,
      title,
      lesson: `${lesson.order}. ${lesson.title}`,
      minutes,
      task: `exercises/${id}/task.md`,
      entry: `exercises/${id}/${entry}`,
      checks: checks.map((check) => ({ id: check.id, sentence: check.sentence, points: check.points, hint: check.hint })),
      canRun: serve !== undefined || exposes.includes('app'),
      hasSolution: files.read(`solutions/${id}/${entry}`) !== null,
    })),
  );
}
