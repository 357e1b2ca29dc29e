// What keys, saves and results do to the watch screen.

import { expect, test } from '@jest/globals';

import { update, type WatchEvent } from '../../src/doors/cli/watch/update';
import type { WatchState } from '../../src/doors/cli/watch/watch-state';
import { checked, someState } from './some-state';

function after(state: WatchState, ...events: readonly (WatchEvent | string)[]): WatchState {
  return events.reduce<WatchState>((now, event) => update(now, asEvent(event)).state, state);
}

function asEvent(event: WatchEvent | string): WatchEvent {
  return typeof event === 'string' ? { type: 'key', key: event } : event;
}

const solved = someState({ 'plain-cookies/first': 'solved' });

test('never moves on by itself: a solved exercise stays on the screen', () => {
  const state = after(someState({ 'plain-cookies/first': 'started' }), { type: 'checked', outcomes: checked('plain-cookies/first', 2) }); // prettier-ignore
  expect(state.at).toBe(0);
  expect(after(state, { ...solved, type: 'standings' }).at).toBe(0);
});

test('n goes to the next exercise that is not solved, round the end', () => {
  const state = someState({ 'plain-cookies/second': 'solved' });
  expect(after(state, 'n').at).toBe(2);
  expect(after(state, 'n', 'n').at).toBe(0);
});

test('n asks for the checks of an exercise that was started and not checked yet, and only of one', () => {
  expect(update(someState({ 'plain-cookies/second': 'started' }), asEvent('n')).effects).toEqual([
    { do: 'check', ids: ['plain-cookies/second'] },
  ]);
  expect(update(someState({}), asEvent('n')).effects).toEqual([]);
});

test('a save is checked at once, also of another exercise, which Enter then shows', () => {
  const state = someState({ 'plain-cookies/second': 'started' });
  const { state: told, effects } = update(state, { type: 'saved', ids: ['plain-cookies/second'] });
  expect(effects).toEqual([{ do: 'check', ids: ['plain-cookies/second'] }]);
  expect(told).toMatchObject({ at: 0, elsewhere: 'plain-cookies/second' });
  expect(after(told, 'return')).toMatchObject({ at: 1, elsewhere: null });
});

test('a starter that is saved as it was is not checked', () => {
  expect(update(someState({}), { type: 'saved', ids: ['plain-cookies/first'] }).effects).toEqual([{ do: 'check', ids: [] }]);
});

test('c checks everything that was started', () => {
  const state = someState({ 'plain-cookies/first': 'solved', 'sessions/third': 'changed' });
  const step = update(state, asEvent('c'));
  expect(step.effects).toEqual([{ do: 'check', ids: ['plain-cookies/first', 'sessions/third'] }]);
  expect(step.state.view).toBe('list');
  expect(after(someState({}), 'c').notice).toMatch(/not started any/);
});

test('x asks; only y resets', () => {
  const asking = after(solved, 'x');
  expect(asking.asks).toBe('reset');
  expect(update(asking, asEvent('y')).effects).toEqual([{ do: 'reset', id: 'plain-cookies/first' }]);
  for (const key of ['n', 'return', 'escape', 'x', 'q'])
    expect(update(asking, asEvent(key))).toMatchObject({ state: { asks: null }, effects: [] });
  expect(after(someState({}), 'x')).toMatchObject({ asks: null, notice: expect.stringMatching(/Nothing to reset/) });
});

test('d shows the solution once it is solved, and no sooner', () => {
  expect(update(someState({ 'plain-cookies/first': 'started' }), asEvent('d'))).toMatchObject({ effects: [] });
  expect(update(solved, asEvent('d')).effects).toEqual([{ do: 'diff', id: 'plain-cookies/first' }]);
  const shown = after(solved, { type: 'diff', lines: ['-a', '+b'] });
  expect(shown.view).toBe('diff');
  expect(after(shown, 'd').view).toBe('exercise');
});

test('l lists; the arrows move inside the list, Enter opens', () => {
  const listed = after(solved, 'l', 'down', 'down', 'down', 'down');
  expect(listed).toMatchObject({ view: 'list', cursor: 2 });
  expect(after(listed, 'return')).toMatchObject({ view: 'exercise', at: 2 });
  expect(after(listed, 'home', 'up').cursor).toBe(0);
  expect(after(listed, 'escape')).toMatchObject({ view: 'exercise', at: 0 });
});

test('keys are answered while checks run', () => {
  const running = after(solved, { type: 'check-began', ids: ['plain-cookies/first'] });
  expect(after(running, 'h').showsHint).toBe(true);
  expect(after(running, 'l').view).toBe('list');
  expect(update(running, asEvent('q')).effects).toEqual([{ do: 'quit' }]);
});

test('Ctrl-C ends it whatever is on the screen', () => {
  for (const state of [solved, after(solved, 'x'), after(solved, 'l'), after(solved, { type: 'diff', lines: [] })])
    expect(update(state, asEvent('ctrl-c')).effects).toEqual([{ do: 'quit' }]);
});

test('whoever leaves an exercise leaves its app, too', () => {
  const running = after(solved, { type: 'app', id: 'plain-cookies/first', printed: 'http://127.0.0.1:3000/\n' });
  expect(running.app?.lines).toEqual(['http://127.0.0.1:3000/']);
  expect(update(running, asEvent('n')).effects).toContainEqual({ do: 'stop-app' });
  expect(after(running, { type: 'app-ended', id: 'plain-cookies/first' }).app).toBeNull();
});
