// The public half of a question: what is asked, of whom it depends, and nothing of the answer.

import type { Draw } from '@cookie-lessons/lesson-contract';

/**
 * - `single`, `code` (what does this do?), `predict` (which header?): one of the choices
 * - `multiple`: every choice that is true
 * - `order`: the choices, in their order
 * - `number`: a number, with its unit
 * - `read`: a text that stands in what is shown
 */
export type Kind = 'single' | 'code' | 'predict' | 'multiple' | 'order' | 'number' | 'read';

export interface Question<Values = unknown> {
  /** kebab-case; no other question of the bank has it. */
  readonly id: string;
  readonly kind: Kind;
  /** A few words for lists. */
  readonly title: string;
  /** Where the text explains it: `<lesson>/<page>` or `<lesson>/<page>#<heading>`. */
  readonly section: string;
  /** What differs from student to student. Left out where nothing does. */
  draw?(draw: Draw): Values;
  ask(values: Values): Asked;
}

/** A question as it is put to one student. */
export interface Asked {
  /** Markdown, a sentence or two. */
  readonly prompt: string;
  /** What the prompt speaks of: a program, headers, a cookie. Shown as it is. */
  readonly shown?: string;
  /** By a name of the author's, which no student sees; in the order in which they were written, which is drawn anew. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Of a number, e.g. `octets`. */
  readonly unit?: string;
}

/** Ties `draw` and `ask` together by type. */
export function question<Values = null>(parts: Question<Values>): Question<Values> {
  return parts;
}

export const hasChoices = (kind: Kind): boolean => kind !== 'number' && kind !== 'read';
