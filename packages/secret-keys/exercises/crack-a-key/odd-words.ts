// Words that somebody would like to tidy up, each with those it must not be taken for.

import type { CheckContext } from '@cookie-lessons/check-kit';

import { crackerOf } from './a-cracker';
import { listWith, toText, type WordList } from './a-word-list';
import { issue, type Kind } from './an-issued-cookie';

export interface OddWord {
  readonly word: string;
  readonly neighbours: readonly string[];
  readonly misconception: string;
}

export function oddWords(draw: CheckContext['draw']): readonly OddWord[] {
  const [one, two, three] = ['one', 'two', 'three'].map((label) => draw.word(label, 6)) as [string, string, string];
  const sentence = `${one} ${two} ${three}`;
  const odd = (word: string, misconception: string, neighbours: readonly string[]): OddWord => ({
    word,
    misconception,
    neighbours,
  });
  return draw.shuffle('odd words', [
    odd(sentence, 'splits-at-spaces', [one, two, `${one}${two}`]),
    odd(`${one} `, 'trims-words', [one, ` ${one}`]),
    odd(`  ${two}`, 'trims-words', [two, ` ${two}`, `${two}  `]),
    odd(`${three}\t`, 'trims-words', [three, `${three} `]),
    odd(`${one[0]?.toUpperCase()}${one.slice(1)}`, 'other-letters', [one, one.toUpperCase()]),
    odd(`${one}ä`, 'other-letters', [`${one}a`, `${one}a\u0308`]),
    odd(`${two}e\u0301`, 'other-letters', [`${two}e`, `${two}\u00e9`]),
    odd(`${three}鍵🔑`, 'other-letters', [three, `${three}?`]),
  ]);
}

/** The word among those that are much like it; and, where its spaces matter, at the list's own beginning or end. */
export function listsWith(draw: CheckContext['draw'], { word, neighbours, misconception }: OddWord): readonly WordList[] {
  const list = listWith(draw, `list for ${word}`, word, 0.5);
  const among = { ...list, words: [...neighbours, ...list.words, ...neighbours.toReversed()] };
  if (misconception !== 'trims-words') return [among];
  const others = list.words.filter((other) => other !== word);
  return [among, { ...list, closed: true, words: word.trimStart() === word ? [...others, word] : [word, ...others] }];
}

export async function findsOdd(context: Pick<CheckContext, 'functions' | 'draw'>, kind: Kind, odd: OddWord): Promise<boolean> {
  const crack = crackerOf(context);
  const cookie = issue(context.draw, `cookie for ${odd.word}`, kind, odd.word);
  for (const list of listsWith(context.draw, odd)) if ((await crack(cookie, toText(list))) !== odd.word) return false;
  return true;
}
