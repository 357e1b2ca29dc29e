// Where the watch begins: at the exercise that was named, or where the student left off.

import type { Course } from '../../../course/load-course';
import type { Row, WatchState } from './watch-state';

export function firstState(course: Course, standings: WatchState['standings'], beginAt: string | null): WatchState {
  const rows = rowsOf(course);
  const find = (fits: (row: Row) => boolean): number => rows.findIndex(fits);
  const stateOf = ({ id }: Row): string | undefined => standings.get(id)?.state;
  const places = [
    find(({ id }) => id === beginAt),
    find((row) => stateOf(row) === 'started' || stateOf(row) === 'changed'),
    find((row) => stateOf(row) !== 'solved'),
  ];
  return {
    rows,
    standings,
    outcomes: new Map(),
    at: places.find((index) => index >= 0) ?? 0,
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
