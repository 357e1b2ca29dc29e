// The watch screen at several sizes, letter by letter. RECORD=1 writes the goldens anew: look at them.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import stringWidth from 'string-width';

import type { Diagnosis } from '../../src/diagnose/diagnose';
import { drawScreen } from '../../src/doors/cli/watch/draw-screen';
import { plainLines } from '../../src/doors/cli/watch/plain-lines';
import type { WatchState } from '../../src/doors/cli/watch/watch-state';
import { checked, someState } from './some-state';

const id = 'plain-cookies/first';
const started = someState({ [id]: 'started' });
const exchange = { sent: 'GET /\nCookie: seen=1', cameBack: `200\nSet-Cookie: long=${'x'.repeat(300)}` };
const failed: WatchState = { ...started, outcomes: checked(id, 1, { lastExchanges: new Map([['lasts', exchange]]) }) };
const diagnosis = {
  id: 'nothing-exported',
  what: 'Your program exports nothing that answers requests.',
  where: { path: 'app.ts', line: 12 },
  repair: 'End the file with: export default app;',
};

const states: Readonly<Record<string, WatchState>> = {
  'not-started': someState({}),
  failed,
  'failed-with-hint': { ...failed, showsHint: true, scroll: Infinity },
  'checking-again': { ...failed, checking: new Set([id]) },
  diagnosed: { ...started, outcomes: checked(id, 0, { diagnosis }) },
  misplaced: { ...someState({}), misplaced: new Map([[id, { ...diagnosis, where: null, what: 'Your work is in app.js.' }]]) },
  solved: { ...someState({ [id]: 'solved' }), outcomes: checked(id, 2, { typeAdvice: ['app.ts:3 (TS2345): A type.'] }) },
  list: { ...someState({ [id]: 'solved', 'sessions/third': 'changed' }), view: 'list', cursor: 1 },
  diff: { ...started, view: 'diff', diff: ['--- yours: app.ts', '+++ ours: app.ts', '@@ -1,2 +1,2 @@', '-\told', '+\tnew'] },
  asks: { ...failed, asks: 'reset' },
  elsewhere: { ...failed, elsewhere: 'sessions/third' },
  'with-app': { ...failed, app: { id, lines: ['http://127.0.0.1:3000/'] } },
};
const sizes = [
  [80, 24],
  [200, 50],
  [40, 16],
] as const;

test.each(Object.keys(states).flatMap((name) => sizes.map(([columns, rows]) => ({ name, columns, rows }))))(
  '$name at $columns×$rows',
  ({ name, columns, rows }) => {
    const { lines } = drawScreen(states[name] as WatchState, { columns, rows, linkRoot: null });
    expect(lines).toHaveLength(rows);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    const drawn = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
    const path = join(__dirname, 'screens', `${name}-${columns}x${rows}.txt`);
    if (process.env.RECORD === '1') writeFileSync(path, drawn);
    expect(drawn).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'a golden screen (record it)');
  },
);

test('however far somebody scrolls, the end stays in sight', () => {
  const size = { columns: 40, rows: 16, linkRoot: null };
  const { scroll, lines } = drawScreen({ ...failed, scroll: 10_000 }, size);
  expect(lines.join('\n')).toContain('the end');
  expect(drawScreen({ ...failed, scroll }, size).lines).toEqual(lines);
});

test('no size is too small', () => {
  for (const columns of [1, 5, 20])
    for (const rows of [1, 2, 5]) expect(drawScreen(failed, { columns, rows, linkRoot: null }).lines).toHaveLength(rows);
});

test('what a program said can move no cursor', () => {
  const evil = { sent: 'GET /', cameBack: '200\n\u001b[2J\u001b]0;owned\u0007\u202e' };
  const { lines } = drawScreen({ ...started, outcomes: checked(id, 1, { lastExchanges: new Map([['lasts', evil]]) }) }, { columns: 80, rows: 40, linkRoot: null }); // prettier-ignore
  expect(lines.join('')).not.toMatch(/[\u0000-\u001a\u001c-\u001f\u202e\u0007]|\u001b\[2J|\u001b\]0/);
});

test('nor can it without a screen: its output, a file name, a diff', () => {
  const look = { columns: 80, linkRoot: null };
  const evil = '\u001b[2J\u202e';
  const named: ReadonlyMap<string, Diagnosis> = new Map([[id, { ...diagnosis, what: `Your work is in ${evil}.ts.` }]]);
  const told = [
    plainLines(started, started, { type: 'app', id, printed: `${evil}hello\n` }, look),
    plainLines(started, started, { type: 'diff', lines: [`+${evil}`] }, look),
    plainLines(started, started, { type: 'standings', standings: started.standings, misplaced: named }, look),
  ];
  for (const lines of told) {
    expect(lines.join('')).toContain('\\u001b[2J');
    expect(lines.join('')).not.toMatch(/[\u001b\u202e]/);
  }
});

test('files are links where the terminal makes some', () => {
  const { lines } = drawScreen(started, { columns: 80, rows: 24, linkRoot: '/course' });
  expect(lines.join('\n')).toContain('\u001b]8;;file:///course/exercises/plain-cookies/first/app.ts\u001b\\');
});
