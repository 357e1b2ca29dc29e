// One question of a paper, asked or answered, with the way to the others.

import type { GradedAnswer, PaperQuestion } from '@cookie-lessons/question-bank';

import { html, type Html } from '../html';
import type { SiteCourse } from '../site-course';
import { answeredView } from './answered';
import { isAnswered, type OpenPaper } from './open-paper';
import { type FormPlace, questionForm } from './question-form';
import { paragraphs } from './words';

export interface AskedPage extends Pick<FormPlace, 'token' | 'pane' | 'order' | 'move' | 'problem'> {
  readonly course: SiteCourse;
  readonly open: OpenPaper;
  /** From 0. */
  readonly at: number;
  /** null: it is asked. */
  readonly answered: { readonly graded: GradedAnswer | null } | null;
}

export function questionMain(page: AskedPage): Html | null {
  const { course, open, at, answered, pane } = page;
  const paper = open.questions[at];
  if (!paper) return null;
  const path = `/quiz/${open.name}`;
  const { question, asked } = paper;
  const place = { ...page, action: `${path}/${question.id}`, page: path, number: at + 1 };
  return html`<p class="crumbs">
      <a href="${pane ? '/quiz?pane' : '/quiz'}">Quiz</a> · ${open.sheet.title} · question ${at + 1} of ${open.questions.length}
    </p>
    <h1>${question.title}</h1>
    <div class="question">
      ${paragraphs(asked.prompt)}
      ${asked.shown !== undefined && html`<pre tabindex="0" aria-label="What the question speaks of">${asked.shown}</pre>`}
    </div>
    ${answered === null ? questionForm(paper, place) : answeredView(course, open, { paper, graded: answered.graded, pane })}
    ${ways(open, page)} ${paperNav(open, page)}`;
}

function ways(open: OpenPaper, { at, answered, pane }: AskedPage): Html | null {
  if (answered === null) return null;
  const next = nextOpen(open, at);
  return html`<p class="actions">
    ${
      next === null
        ? html`<a class="button" href="${paperLink(open, pane, 'end')}">That was the last: to the end of the sheet</a>`
        : html`<a class="button" href="${paperLink(open, pane, next + 1)}">Next question</a>`
    }
    <a href="${paperLink(open, pane, at + 1)}&amp;anew=1">Answer it again</a>
  </p>`;
}

function paperNav(open: OpenPaper, { at, pane }: AskedPage): Html {
  return html`<nav class="paper" aria-label="Questions of this sheet">
    <ol>
      ${open.questions.map(
        (paper, index) =>
          html`<li>
            <a
              href="${paperLink(open, pane, index + 1)}"
              ${index === at && html` aria-current="page"`}
              class="${isAnswered(open, paper) ? 'done' : ''}"
              >${index + 1}<span class="for-ears"
                >: ${paper.question.title}, ${isAnswered(open, paper) ? 'answered' : 'open'}</span
              ></a
            >
          </li>`,
      )}
    </ol>
  </nav>`;
}

/** The next one that has no answer, after this one first. */
export function nextOpen(open: OpenPaper, at: number): number | null {
  const indexes = open.questions.map((_, index) => index);
  const inTurn = [...indexes.slice(at + 1), ...indexes.slice(0, at + 1)];
  return inTurn.find((index) => !isAnswered(open, open.questions[index] as PaperQuestion)) ?? null;
}

/** @param to the question's number, or the end of the sheet. */
export function paperLink({ name }: Pick<OpenPaper, 'name'>, pane: boolean, to: number | 'end'): string {
  return `/quiz/${name}?q=${to}${pane ? '&pane=1' : ''}`;
}
