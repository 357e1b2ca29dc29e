// The course's own word list, and lists made of it: a part of it, with drawn words in it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CheckContext } from '@cookie-lessons/check-kit';

type Draw = CheckContext['draw'];

/** The file that lies beside the student's program. */
export const ourWords: readonly string[] = readFileSync(join(__dirname, 'starter', 'words.txt'), 'utf8')
  .trimEnd()
  .split('\n');

export interface WordList {
  readonly words: readonly string[];
  readonly lineEnd: '\n' | '\r\n';
  /** Whether the last line ends, too. */
  readonly closed: boolean;
}

export function toText({ words, lineEnd, closed }: WordList): string {
  return words.join(lineEnd) + (closed ? lineEnd : '');
}

/** Our words from a drawn one on, without those that `without` names; so many that a check stays cheap, unless told. */
export function someWords(draw: Draw, label: string, without: readonly string[] = [], count = 60): string[] {
  const from = draw.integer(`${label} from`, 0, ourWords.length - 1);
  return [...ourWords.slice(from), ...ourWords.slice(0, from)].filter((word) => !without.includes(word)).slice(0, count);
}

/** A list of our words with `key` at a place of it, from 0 (the first line) to 1 (the last). */
export function listWith(draw: Draw, label: string, key: string, place: number, count?: number): WordList {
  const words = someWords(draw, label, [key], count);
  words.splice(Math.round(place * words.length), 0, key);
  return { words, lineEnd: '\n', closed: draw.boolean(`${label} closed`) };
}

/** One of our words that is nothing but small letters. */
export function plainWord(draw: Draw, label: string): string {
  return draw.pick(label, ourWords.filter((word) => /^[a-z]{4,}$/.test(word))); // prettier-ignore
}
