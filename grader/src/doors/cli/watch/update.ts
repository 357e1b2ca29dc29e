// What happens on the watch screen: an event changes the state and may ask for something to be done. Nothing is done here.

import { isSolved, type Outcome, rowAt, type WatchState } from './watch-state';

export type WatchEvent =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'saved'; readonly ids: readonly string[] }
  | { readonly type: 'check-began'; readonly ids: readonly string[] }
  | { readonly type: 'checked'; readonly outcomes: ReadonlyMap<string, Outcome> }
  | { readonly type: 'advised'; readonly advice: ReadonlyMap<string, readonly string[]> }
  | ({ readonly type: 'standings' } & Pick<WatchState, 'standings' | 'misplaced'>)
  | { readonly type: 'app'; readonly id: string; readonly printed: string }
  | { readonly type: 'app-ended'; readonly id: string }
  | { readonly type: 'diff'; readonly lines: readonly string[] }
  | { readonly type: 'notice'; readonly notice: string };

/** A key by its name, e.g. `n`, `up`, `return`, `escape`. */
export type Key = string;

export type Effect =
  | { readonly do: 'check'; readonly ids: readonly string[] }
  | { readonly do: 'open-site' | 'toggle-app' | 'reset' | 'diff'; readonly id: string }
  | { readonly do: 'stop-app' | 'quit' | 'suspend' };

interface Step {
  readonly state: WatchState;
  readonly effects: readonly Effect[];
}

const appLines = 3;
/** Stands there until the app has printed something. */
export const startingApp = 'Starting …';
const page = 10;

export function update(state: WatchState, event: WatchEvent): Step {
  switch (event.type) {
    case 'key':
      return pressed(state, event.key);
    case 'saved':
      return saved(state, event.ids);
    case 'check-began':
      return still({ ...state, checking: new Set([...state.checking, ...event.ids]) });
    case 'checked':
      return still({
        ...state,
        outcomes: new Map([...state.outcomes, ...event.outcomes]),
        checking: new Set([...state.checking].filter((id) => !event.outcomes.has(id))),
      });
    case 'advised':
      return still({ ...state, outcomes: withAdvice(state.outcomes, event.advice) });
    case 'standings':
      return still({ ...state, standings: event.standings, misplaced: event.misplaced });
    case 'app': {
      const before = state.app?.id === event.id ? state.app.lines.filter((line) => line !== startingApp) : [];
      const lines = [...before, ...event.printed.split('\n').filter((line) => line.trim() !== '')];
      return still({ ...state, app: { id: event.id, lines: lines.slice(-appLines) } });
    }
    case 'app-ended':
      return still(state.app?.id === event.id ? { ...state, app: null } : state);
    case 'diff':
      return still({ ...state, view: 'diff', diff: event.lines, scroll: 0 });
    case 'notice':
      return still({ ...state, notice: event.notice });
  }
}

function still(state: WatchState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

function pressed(before: WatchState, key: Key): Step {
  if (key === 'ctrl-c') return still(before, { do: 'quit' });
  if (key === 'ctrl-z') return still(before, { do: 'suspend' });
  const state = { ...before, notice: '' };
  if (state.asks === 'reset') {
    const { id } = rowAt(state);
    return key === 'y'
      ? still({ ...state, asks: null }, { do: 'reset', id })
      : still({ ...state, asks: null, notice: 'Nothing was reset.' });
  }
  if (key === 'q') return still(state, { do: 'quit' });
  if (state.view === 'list') return inList(state, key);
  if (state.view === 'diff' && (key === 'd' || key === 'escape')) return still({ ...state, view: 'exercise', scroll: 0 });
  return onExercise(state, key);
}

function onExercise(state: WatchState, key: Key): Step {
  const row = rowAt(state);
  switch (key) {
    case 'n':
      return goTo(state, following(state));
    case 'h':
      // Down to the hint, wherever it stands.
      return still({ ...state, showsHint: !state.showsHint, scroll: state.showsHint ? state.scroll : Infinity });
    case 'l':
      return still({ ...state, view: 'list', cursor: state.at, scroll: 0 });
    case 'c':
      return checkAll(state);
    case 'o':
      return still(state, { do: 'open-site', id: row.id });
    case 'r':
      return row.canRun
        ? still({ ...state, scroll: 0 }, { do: 'toggle-app', id: row.id })
        : still({ ...state, notice: `${row.title} has no app to look at.` });
    case 'x':
      return state.standings.get(row.id)?.state === 'not-started'
        ? still({ ...state, notice: `Nothing to reset: ${row.entry} is the starter.` })
        : still({ ...state, asks: 'reset' });
    case 'd':
      return diff(state);
    case 'return': {
      const there = state.rows.findIndex(({ id }) => id === state.elsewhere);
      return there < 0 ? still(state, { do: 'check', ids: startedOf(state, [row.id]) }) : goTo(state, there);
    }
    default:
      return still({ ...state, scroll: scrolled(state.scroll, key) });
  }
}

function diff(state: WatchState): Step {
  const { id, hasSolution } = rowAt(state);
  if (!hasSolution) return still({ ...state, notice: 'This copy of the course has no solutions.' });
  if (!isSolved(state, id)) return still({ ...state, notice: 'The diff to the solution is shown once you have solved it.' });
  return still(state, { do: 'diff', id });
}

function checkAll(state: WatchState): Step {
  const ids = startedOf(
    state,
    state.rows.map(({ id }) => id),
  );
  if (ids.length === 0) return still({ ...state, notice: 'You have not started any exercise yet.' });
  return still({ ...state, view: 'list', cursor: state.at, scroll: 0 }, { do: 'check', ids });
}

function startedOf({ standings }: WatchState, ids: readonly string[]): string[] {
  return ids.filter((id) => standings.get(id)?.state !== 'not-started');
}

/** The next exercise that isn't solved, from here on and then from the beginning; the next one where all are. */
function following(state: WatchState): number {
  const { rows, at } = state;
  const order = rows.map((_, index) => (at + 1 + index) % rows.length);
  return order.find((index) => !isSolved(state, rows[index]?.id ?? '')) ?? order[0] ?? at;
}

function goTo(state: WatchState, at: number): Step {
  const next: WatchState = { ...state, at, view: 'exercise', scroll: 0, showsHint: false, elsewhere: null };
  const { id } = rowAt(next);
  const isUnknown = !next.outcomes.has(id) && !next.checking.has(id);
  const app: Effect[] = state.app !== null && state.app.id !== id ? [{ do: 'stop-app' }] : [];
  const check: Effect[] = isUnknown && startedOf(next, [id]).length > 0 ? [{ do: 'check', ids: [id] }] : [];
  return still(next, ...app, ...check);
}

function inList(state: WatchState, key: Key): Step {
  const last = state.rows.length - 1;
  switch (key) {
    case 'return':
      return goTo(state, state.cursor);
    case 'l':
    case 'escape':
      return still({ ...state, view: 'exercise', scroll: 0 });
    case 'c':
      return checkAll(state);
    case 'n':
      return goTo(state, following(state));
    case 'home':
      return still({ ...state, cursor: 0 });
    case 'end':
      return still({ ...state, cursor: last });
    default:
      return still({ ...state, cursor: Math.min(last, scrolled(state.cursor, key)) });
  }
}

/** The end is not known here: whoever draws stops there, and puts the scroll right. */
function scrolled(line: number, key: Key): number {
  const by = { up: -1, k: -1, down: 1, j: 1, pageup: -page, pagedown: page, space: page }[key];
  return key === 'home' ? 0 : Math.max(0, line + (by ?? 0));
}

function saved(state: WatchState, ids: readonly string[]): Step {
  const here = rowAt(state).id;
  const elsewhere = ids.find((id) => id !== here) ?? null;
  // What is shown was true of other files than those that are there now.
  const outcomes = new Map([...state.outcomes].filter(([id]) => !ids.includes(id) || !isUntouched(state, id)));
  const view = state.view === 'diff' && ids.includes(here) ? 'exercise' : state.view;
  return still(
    { ...state, outcomes, view, elsewhere: ids.includes(here) ? null : elsewhere },
    { do: 'check', ids: startedOf(state, ids) },
  );
}

function isUntouched({ standings }: WatchState, id: string): boolean {
  return standings.get(id)?.state === 'not-started';
}

function withAdvice(
  outcomes: ReadonlyMap<string, Outcome>,
  advice: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Outcome> {
  return new Map([...outcomes].map(([id, outcome]) => [id, { ...outcome, typeAdvice: advice.get(id) ?? outcome.typeAdvice }]));
}
