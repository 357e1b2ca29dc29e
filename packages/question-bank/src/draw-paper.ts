// One student's paper: which values, which order, which letters. Drawn from public halves alone, so a student's copy can do it.

import { createHash } from 'node:crypto';

import { createDraw } from '@cookie-lessons/lesson-contract';

import { type Asked, hasChoices, type Question } from './question';

/** Whose paper it is. No key depends on any of it being secret. */
export interface PaperOwner {
  readonly course: string;
  readonly studentId: string;
  readonly sheet: string;
  /** From 1. */
  readonly attempt: number;
}

export interface PaperQuestion {
  readonly question: Question;
  readonly values: unknown;
  readonly asked: Asked;
  /** In the order in which this student sees them; empty where there are none. */
  readonly choices: readonly PaperChoice[];
}

export interface PaperChoice {
  /** `a`, `b`, … */
  readonly letter: string;
  /** The author's name. */
  readonly name: string;
  readonly text: string;
}

const maxDraws = 100;

/** The same owner always gets the same paper, in the same order. */
export function drawPaper(owner: PaperOwner, questions: readonly Question[]): readonly PaperQuestion[] {
  const draw = createDraw(seedOf(owner), 'paper');
  return draw.shuffle('order', questions).map((question) => drawQuestion(owner, question));
}

/** @throws Error when no draw keeps its choices apart: the question can't be asked. */
export function drawQuestion(owner: PaperOwner, question: Question): PaperQuestion {
  for (let attempt = 0; attempt < maxDraws; attempt++) {
    const draw = createDraw(seedOf(owner), `${question.id} ${attempt}`);
    const values = question.draw?.(draw) ?? null;
    const asked = question.ask(values);
    // A wrong choice that happens to be right says the same as the right one; then this draw is no question.
    if (!areApart(asked)) continue;
    const order = hasChoices(question.kind) ? draw.shuffle('letters', Object.entries(asked.choices ?? {})) : [];
    const choices = order.map(([name, text], index) => ({ letter: 'abcdefghijkl'.charAt(index), name, text }));
    return { question, values, asked, choices };
  }
  throw new Error(`${question.id}: ${maxDraws} draws in a row had two equal choices.`);
}

function areApart({ choices = {} }: Asked): boolean {
  const texts = Object.values(choices).map((text) => text.replace(/\s+/g, ' ').trim());
  return new Set(texts).size === texts.length;
}

function seedOf({ course, studentId, sheet, attempt }: PaperOwner): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([course, studentId, sheet, attempt]))
    .digest();
}
