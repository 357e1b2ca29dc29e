// What one answer is worth, and what it says about its author.

import type { Answer, Key } from './key';
import type { PaperQuestion } from './draw-paper';

export interface GradedAnswer {
  /** 0 to 1. */
  readonly fraction: number;
  /** Nothing is wrong and nothing missing. */
  readonly right: boolean;
  /** Why it can't be graded as it stands; null when it can. For the person who typed it. */
  readonly problem: string | null;
  /** The first belief behind what is wrong: its name and what to tell the student. null where none is known. */
  readonly belief: { readonly name: string; readonly text: string } | null;
}

const unanswered = 'It has no answer yet.';

/** @param given as it stands in answers.json: a letter, letters, a number or a text. Untrusted. */
export async function gradeAnswer(paper: PaperQuestion, key: Key, given: unknown): Promise<GradedAnswer> {
  if (given === undefined || given === null || given === '' || (Array.isArray(given) && given.length === 0))
    return problem(unanswered);
  const answer = await key.answer(paper.values);
  switch (paper.question.kind) {
    case 'single':
    case 'code':
    case 'predict':
      return gradeSingle(paper, key, answer, given);
    case 'multiple':
      return gradeMultiple(paper, key, answer, given);
    case 'order':
      return gradeOrder(paper, key, answer, given);
    case 'number':
      return gradeNumber(paper, key, answer, given);
    case 'read':
      return gradeText(paper, key, answer, given);
  }
}

function gradeSingle(paper: PaperQuestion, key: Key, answer: Answer, given: unknown): GradedAnswer {
  const [name, ...more] = namesOf(paper, given) ?? [];
  if (name === undefined || more.length > 0) return problem(`Write one of the letters ${lettersOf(paper)}.`);
  return name === answer ? right : wrong(0, name, key.beliefs?.[name]);
}

/** Each right tick earns its share, each wrong one costs as much. Who ticks everything has chosen nothing. */
function gradeMultiple(paper: PaperQuestion, key: Key, answer: Answer, given: unknown): GradedAnswer {
  const ticked = namesOf(paper, given);
  if (ticked === null) return problem(`Write a list of letters, e.g. ["a", "c"], out of ${lettersOf(paper)}.`);
  const wanted = answer as readonly string[];
  const missed = wanted.filter((name) => !ticked.includes(name));
  const tooMany = ticked.filter((name) => !wanted.includes(name));
  if (missed.length === 0 && tooMany.length === 0) return right;
  const belief = tooMany[0] ?? missed[0] ?? '';
  const fraction = ticked.length === paper.choices.length ? 0 : (wanted.length - missed.length - tooMany.length) / wanted.length;
  return wrong(Math.max(0, fraction), belief, key.beliefs?.[belief]);
}

/** By pairs of neighbours: two steps that follow each other as they should are understood, wherever they stand. */
function gradeOrder(paper: PaperQuestion, key: Key, answer: Answer, given: unknown): GradedAnswer {
  const names = namesOf(paper, given);
  if (names === null || names.length !== paper.choices.length)
    return problem(`Write all the letters once, in order, as a list: ["b", "a", …] out of ${lettersOf(paper)}.`);
  const wanted = answer as readonly string[];
  const pairs = names.slice(1).map((name, index) => wanted.indexOf(name) === wanted.indexOf(names[index] as string) + 1);
  const kept = pairs.filter(Boolean).length;
  if (kept === pairs.length) return right;
  const misplaced = names.find((name, index) => name !== wanted[index]) ?? '';
  return wrong(kept / pairs.length, misplaced, key.beliefs?.[misplaced]);
}

async function gradeNumber(paper: PaperQuestion, key: Key, answer: Answer, given: unknown): Promise<GradedAnswer> {
  const number = numberFrom(given, paper.asked.unit ?? '');
  if (number === null) return problem(`Write a number${paper.asked.unit ? ` of ${paper.asked.unit}` : ''}.`);
  const isNear = (wanted: number): boolean => Math.abs(number - wanted) <= (key.tolerance ?? 0);
  if (isNear(answer as number)) return right;
  return usualMistake(paper, key, (mistake) => isNear(Number(mistake)));
}

async function gradeText(paper: PaperQuestion, key: Key, answer: Answer, given: unknown): Promise<GradedAnswer> {
  if (typeof given !== 'string' && typeof given !== 'number') return problem('Write a text in quotation marks.');
  const same = (wanted: unknown): boolean => folded(String(given)) === folded(String(wanted));
  if (same(answer)) return right;
  return usualMistake(paper, key, same);
}

async function usualMistake(paper: PaperQuestion, key: Key, isIt: (mistake: string | number) => boolean): Promise<GradedAnswer> {
  const mistakes = (await key.mistakes?.(paper.values)) ?? {};
  const [name, mistake] = Object.entries(mistakes).find(([, { answer }]) => isIt(answer)) ?? [];
  return wrong(0, name ?? '', mistake?.belief);
}

const right: GradedAnswer = { fraction: 1, right: true, problem: null, belief: null };

function wrong(fraction: number, name: string, text: string | undefined): GradedAnswer {
  return { fraction, right: false, problem: null, belief: text === undefined ? null : { name, text } };
}

function problem(text: string): GradedAnswer {
  return { fraction: 0, right: false, problem: text, belief: null };
}

/** @returns null unless every letter is one of the paper's and stands there once. */
function namesOf({ choices }: PaperQuestion, given: unknown): readonly string[] | null {
  const letters: readonly unknown[] = Array.isArray(given) ? given : [given];
  const names = letters.map((letter) =>
    typeof letter === 'string' ? choices.find((choice) => choice.letter === folded(letter))?.name : undefined,
  );
  const known = names.filter((name) => name !== undefined);
  return known.length === letters.length && new Set(known).size === known.length ? known : null;
}

function lettersOf({ choices }: PaperQuestion): string {
  return choices.map(({ letter }) => letter).join(', ');
}

/** `4092`, `"4092"`, `"4,092 octets"`. */
function numberFrom(given: unknown, unit: string): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  if (typeof given !== 'string') return null;
  const text = folded(given)
    .replace(new RegExp(`\\s*${unit}$`), '')
    .replace(/,(?=\d{3}\b)/g, '');
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : null;
}

function folded(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
