// The watch screen as lines, for a terminal of any size: progress on top, keys at the bottom, what matters between them.

import pc from 'picocolors';

import { exerciseLines } from './exercise-lines';
import { bar, ends, fit, type Look } from './look';
import { isSolved, type Row, type WatchState } from './watch-state';

export interface Size extends Look {
  readonly rows: number;
}

/** On a wider one the eye would lose the line on its way to the points. */
const widest = 110;

export interface Drawn {
  /** Exactly as many as the terminal has rows, none wider than its columns. */
  readonly lines: readonly string[];
  /** How far the middle part is really scrolled: no further than its end. */
  readonly scroll: number;
}

export function drawScreen(state: WatchState, size: Size): Drawn {
  const look = state.view === 'diff' ? size : { ...size, columns: Math.min(size.columns, widest) };
  const top = [headerLine(state, look), ''];
  const bottom = [noticeLine(state, size), ...keyLines(state, size)];
  const room = Math.max(1, size.rows - top.length - bottom.length);
  const middle = middleLines(state, look);
  const scroll = scrolledTo(state, middle.length, room);
  return { lines: [...top, ...visiblePart(middle, scroll, room), ...bottom].slice(0, size.rows), scroll };
}

function middleLines(state: WatchState, look: Look): string[] {
  switch (state.view) {
    case 'exercise':
      return exerciseLines(state, look);
    case 'list':
      return listLines(state, look);
    case 'diff':
      return diffLines(state, look);
  }
}

/** @returns the first line to show; the list follows its cursor. */
function scrolledTo({ view, scroll, cursor, rows }: WatchState, lines: number, room: number): number {
  if (lines <= room) return 0;
  const wanted = view === 'list' ? listRowOf(rows, cursor) - Math.floor(room / 2) : scroll;
  return Math.min(Math.max(0, wanted), lines - (room - 1));
}

/** As many lines as there is room for. Where some are left out, the last says how many. */
function visiblePart(lines: readonly string[], from: number, room: number): string[] {
  if (lines.length <= room) return [...lines, ...Array.from({ length: room - lines.length }, () => '')];
  const left = lines.length - from - (room - 1);
  const more = left > 0 ? `  ↓ ${left} more ${left === 1 ? 'line' : 'lines'}` : '  ↑ the end';
  return [...lines.slice(from, from + room - 1), pc.dim(more)];
}

export function headerLine(state: WatchState, { columns }: Look): string {
  const solved = state.rows.filter(({ id }) => isSolved(state, id)).length;
  const figures = `${solved} of ${state.rows.length} solved`;
  const cells = Math.max(0, Math.min(40, columns - figures.length - 28));
  const { full, empty } = bar(solved / state.rows.length, cells);
  const title = columns < 44 ? '' : 'Cookie Security Lessons';
  return ends(title, `${full}${empty}  ${figures}`, columns, {
    left: pc.bold,
    right: (text) => `${pc.green(text.slice(0, full.length))}${pc.dim(text.slice(full.length))}`,
  });
}

export function listLines(state: WatchState, { columns }: Look): string[] {
  return state.rows.flatMap((row, index) => {
    const heading = row.lesson === state.rows[index - 1]?.lesson ? [] : [pc.bold(fit(row.lesson, columns))];
    return [...heading, listLine(state, row, index, columns)];
  });
}

/** Headings stand between the rows of the list. */
function listRowOf(rows: readonly Row[], cursor: number): number {
  return cursor + new Set(rows.slice(0, cursor + 1).map(({ lesson }) => lesson)).size;
}

function listLine(state: WatchState, row: Row, index: number, columns: number): string {
  const standing = state.standings.get(row.id);
  const mark = { 'not-started': pc.dim('○'), started: pc.yellow('●'), changed: pc.yellow('●'), solved: pc.green('✓') };
  const words = {
    'not-started': `${row.minutes} min`,
    started: `${standing?.passed ?? 0} of ${standing?.of ?? row.checks.length}`,
    changed: 'changed since',
    solved: 'solved',
  };
  const which = standing?.state ?? 'not-started';
  const right = state.checking.has(row.id) ? 'checking …' : words[which];
  const line = ends(row.title, right, columns - 5, { right: pc.dim });
  return index === state.cursor && state.view === 'list'
    ? `${pc.cyan('❯')} ${mark[which]}  ${pc.cyan(line)}`
    : `  ${mark[which]}  ${line}`;
}

function diffLines({ diff }: WatchState, { columns }: Look): string[] {
  return diff.map((line) => {
    const cut = fit(line.replaceAll('\t', '  '), columns);
    return line.startsWith('+') ? pc.green(cut) : line.startsWith('-') ? pc.red(cut) : line.startsWith('@') ? pc.cyan(cut) : cut;
  });
}

function noticeLine(state: WatchState, { columns }: Look): string {
  if (state.asks === 'reset') return pc.yellow(fit('Back to the starter? Yours is kept. y/n', columns));
  if (state.elsewhere !== null) {
    const row = state.rows.find(({ id }) => id === state.elsewhere);
    const standing = state.standings.get(state.elsewhere);
    const came = state.checking.has(state.elsewhere) ? 'checking …' : `${standing?.passed ?? 0} of ${standing?.of ?? 0}`;
    return pc.cyan(fit(`You saved "${row?.title ?? state.elsewhere}": ${came}. Enter goes there.`, columns));
  }
  return pc.cyan(fit(state.notice, columns));
}

const keysOn = {
  exercise: ['n next', 'h hint', 'l list', 'c check all', 'o site', 'r run', 'x reset', 'd diff', 'q quit'],
  list: ['↑↓ move', 'Enter open', 'c check all', 'n next', 'l back', 'q quit'],
  diff: ['↑↓ scroll', 'd back', 'q quit'],
};

/** Broken between two keys where the terminal is narrow. */
function keyLines({ view }: WatchState, { columns }: Look): string[] {
  const lines: string[][] = [[]];
  for (const key of keysOn[view]) {
    const last = lines.at(-1) ?? [];
    if (last.length > 0 && [...last, key].join('  ').length > columns) lines.push([key]);
    else last.push(key);
  }
  return lines.map((keys) => keys.map(keyAndWord).join('  '));
}

function keyAndWord(text: string): string {
  const [key = '', ...words] = text.split(' ');
  return `${pc.bold(key)} ${pc.dim(words.join(' '))}`;
}
