// Passages that have every word that was asked for, best first: a word in the title counts more than in a heading, and there more than in the text.

import type { Passage } from './passages';

export interface Found {
  readonly passage: Passage;
  /** Words around the first one that was found. */
  readonly excerpt: string;
}

const worth = { title: 9, heading: 5, text: 1, wholeWord: 0.5 };
const excerptLength = 200;

/** Words as they are looked for: lower case, at most eight. */
export function wordsOf(query: string): readonly string[] {
  const words = query.slice(0, 200).toLowerCase().split(/\s+/);
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 8);
}

export function find(passages: readonly Passage[], words: readonly string[]): readonly Found[] {
  if (words.length === 0) return [];
  const scored = passages.map((passage) => ({ passage, score: scoreOf(passage, words) })).filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score - a.score).map(({ passage }) => ({ passage, excerpt: excerptOf(passage.text, words) }));
}

/** 0 where a word is missing, or where only the page's title has them: then the page's first passage stands for it. */
function scoreOf({ title, heading, text }: Passage, words: readonly string[]): number {
  let score = 0;
  let hasOwn = heading === '';
  for (const word of words) {
    const here = worthIn(heading, word, worth.heading) + worthIn(text, word, worth.text);
    const there = worthIn(title, word, worth.title);
    if (here + there === 0) return 0;
    hasOwn ||= here > 0;
    score += here + there;
  }
  return hasOwn ? score : 0;
}

function worthIn(text: string, word: string, points: number): number {
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return 0;
  const isWhole = !isLetter(text[at - 1]) && !isLetter(text[at + word.length]);
  return points + (isWhole ? points * worth.wholeWord : 0);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function excerptOf(text: string, words: readonly string[]): string {
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((at) => at >= 0);
  const first = Math.max(0, Math.min(...places, text.length) - excerptLength / 3);
  const from = first === 0 || places.length === 0 ? 0 : text.indexOf(' ', first) + 1;
  const cutOff = text.slice(from, from + excerptLength);
  const to = from + excerptLength >= text.length ? cutOff : `${cutOff.replace(/ [^ ]*$/, '')} …`;
  return from === 0 ? to : `… ${to}`;
}
