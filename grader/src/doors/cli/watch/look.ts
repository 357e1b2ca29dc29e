// How text comes onto the watch screen: cut to the width, wrapped, coloured, linked. Everything a program said is made harmless first.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import stringWidth from 'string-width';

import { forTerminal } from '../../../report/safe-text';
import { wrap } from '../../../report/wrap';

export interface Look {
  readonly columns: number;
  /** The repository's root where the terminal makes links of OSC 8, else null. */
  readonly linkRoot: string | null;
}

type Style = (text: string) => string;
const plain: Style = (text) => text;
/** Longer lines are hard to read, however wide the terminal is. */
const widestText = 100;

/** One line, cut with `…` where it doesn't fit. */
export function fit(text: string, columns: number): string {
  const line = forTerminal(text).replaceAll('\n', ' ');
  if (stringWidth(line) <= columns) return line;
  let cut = '';
  for (const character of line) {
    if (stringWidth(cut) + stringWidth(character) > columns - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** The end of a path tells more than its beginning. */
export function fitPath(path: string, columns: number): string {
  return path.length <= columns ? path : `…${path.slice(path.length - columns + 1)}`;
}

/** Text under an indentation, as many lines as it takes. @param first stands in the indentation of the first line. */
export function paragraph(text: string, { columns }: Look, { indent = 4, first = '', style = plain } = {}): string[] {
  const room = Math.min(columns, widestText);
  return wrap(forTerminal(text), '', room - indent).map((line, index) => {
    const before = index === 0 ? `${first}${' '.repeat(Math.max(0, indent - stringWidth(first)))}` : ' '.repeat(indent);
    // A word longer than the line, e.g. a cookie.
    return `${before}${style(fit(line, room - indent))}`;
  });
}

/** Something at each end of a line; the left end gives way. */
export function ends(left: string, right: string, columns: number, styles: { left?: Style; right?: Style } = {}): string {
  const room = Math.max(1, columns - stringWidth(right) - 1);
  const cut = fit(left, room);
  const gap = ' '.repeat(Math.max(1, columns - stringWidth(cut) - stringWidth(right)));
  return `${(styles.left ?? plain)(cut)}${gap}${(styles.right ?? plain)(right)}`;
}

/** @param path from the repository's root. @see https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda (OSC 8) */
export function fileLink(path: string, { linkRoot }: Look, text = path): string {
  if (linkRoot === null) return text;
  return `\u001b]8;;${pathToFileURL(join(linkRoot, path)).href}\u001b\\${text}\u001b]8;;\u001b\\`;
}

export function bar(share: number, cells: number): { full: string; empty: string } {
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return { full: '█'.repeat(full), empty: '░'.repeat(cells - full) };
}
