// A small course on the watch screen.

import type { Standing } from '../../src/progress/progress-file';
import { stateAt } from '../../src/doors/cli/watch/first-state';
import type { Outcome, Row, WatchState } from '../../src/doors/cli/watch/watch-state';

const rows = [
  row('plain-cookies/first', 'The first cookie', '1. Plain cookies'),
  row('plain-cookies/second', 'A cookie with quite a long title that does not fit into a narrow terminal', '1. Plain cookies'),
  row('sessions/third', 'The session', '2. Sessions'),
];

function row(id: string, title: string, lesson: string): Row {
  return {
    id,
    title,
    lesson,
    minutes: 10,
    task: `exercises/${id}/task.md`,
    entry: `exercises/${id}/app.ts`,
    checks: [
      { id: 'shown', sentence: 'A visitor sees the banner once.', points: 4, hint: 'Set a cookie when you show it.' },
      { id: 'lasts', sentence: 'The cookie is remembered for a year, also after the browser was closed.', points: 3, hint: 'Give maxAge, in milliseconds.' }, // prettier-ignore
    ],
    canRun: true,
    hasSolution: true,
  };
}

/** @param states what isn't named is not started. */
export function someState(states: Readonly<Record<string, Standing['state']>>): WatchState {
  const standings = rows.map(({ id }): [string, Standing] => {
    const state = states[id] ?? 'not-started';
    return [id, { state, passed: state === 'solved' ? 2 : state === 'not-started' ? 0 : 1, of: 2 }];
  });
  return stateAt(rows, { standings: new Map(standings), misplaced: new Map() }, 0);
}

/** @param passing how many of the two checks pass, the first ones. */
export function checked(id: string, passing: number, more: Partial<Outcome> = {}): ReadonlyMap<string, Outcome> {
  const checks = (rows.find((known) => known.id === id)?.checks ?? []).map((check, index) => ({
    id: check.id,
    sentence: check.sentence,
    visible: true,
    outcome: index < passing ? ('passed' as const) : ('failed' as const),
    points: { earned: index < passing ? check.points : 0, possible: check.points },
    feedback: {
      misconception: null,
      message:
        index < passing ? '' : 'Your cookie lives 43 minutes: you gave maxAge in seconds, and Express counts milliseconds.',
      section: 'lifetime-and-deletion#seconds-and-milliseconds',
    },
  }));
  const points = { earned: checks.reduce((sum, check) => sum + check.points.earned, 0), possible: 7 };
  const report = { id, state: 'graded' as const, seconds: 1, endedBecause: 'answered' as const, points, checks, advice: [] };
  return new Map([[id, { report, diagnosis: null, lastExchanges: new Map(), typeAdvice: [], ...more }]]);
}
