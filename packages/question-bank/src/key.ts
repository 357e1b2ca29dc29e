// The other half: the answer, why it is right, and what somebody believes who answers otherwise. A hand-out of a graded sheet goes without.

import type { Question } from './question';

/** The author's name of a choice; of several; in order. Or a number, or a text. */
export type Answer = string | number | readonly string[];

export interface Key<Values = unknown> {
  readonly question: Question<Values>;
  /** Computed by the real software wherever that can tell. Never from the drawn values by a rule of its own. */
  answer(values: Values): Answer | Promise<Answer>;
  /** Why it is right: two or three sentences of Markdown. */
  readonly explanation: string;
  /**
   * For each choice that isn't (part of) the answer: what somebody believes who takes it, and what is true instead.
   * Of a `multiple` also for those that are: what somebody misses who leaves it out.
   */
  readonly beliefs?: Readonly<Record<string, string>>;
  /** Of a `number` or a `read`: answers that are usual and wrong, by a name for what led to them. */
  mistakes?(values: Values): Readonly<Record<string, Mistake>> | Promise<Readonly<Record<string, Mistake>>>;
  /** Of a `number`: how far from the answer is still right. 0 unless given. */
  readonly tolerance?: number;
}

export interface Mistake {
  readonly answer: string | number;
  readonly belief: string;
}

/** Ties a key to its question by type. */
export function keyOf<Values>(question: Question<Values>, parts: Omit<Key<Values>, 'question'>): Key<Values> {
  return { question, ...parts };
}
