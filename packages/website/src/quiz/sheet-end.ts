// The end of a sheet: what came of each question, and what to do next.

import type { GradedAnswer } from '@cookie-lessons/question-bank';

import { html, type Html } from '../html';
import { verdictMark } from './answered';
import { isAnswered, type OpenPaper } from './open-paper';
import { nextOpen, paperLink } from './question-page';

interface SheetEnd {
  readonly lessonId: string;
  /** In the order of the paper. */
  readonly graded: readonly (GradedAnswer | null)[];
  readonly token: string;
  readonly pane: boolean;
}

export function sheetEnd(open: OpenPaper, { lessonId, graded, token, pane }: SheetEnd): Html {
  const { name, sheet, questions } = open;
  const answered = questions.filter((paper) => isAnswered(open, paper)).length;
  const right = graded.filter((each) => each?.right).length;
  const next = nextOpen(open, -1);
  return html`<p class="crumbs"><a href="${pane ? '/quiz?pane' : '/quiz'}">Quiz</a> · ${sheet.title}</p>
    <h1>${sheet.title}</h1>
    <p class="lead">
      ${answered} of ${questions.length} answered${!sheet.graded && `, ${right} of them right`}.
      ${sheet.graded && 'What was right is told when the sheet is closed.'}
    </p>
    <ol class="results">
      ${questions.map(
        (paper, index) =>
          html`<li>
            <a href="${paperLink(open, pane, index + 1)}">${paper.question.title}</a>
            ${isAnswered(open, paper) ? verdictMark(graded[index] ?? null) : html`<span class="verdict open">not answered</span>`}
          </li>`,
      )}
    </ol>
    ${next !== null && html`<p><a class="button" href="${paperLink(open, pane, next + 1)}">Go on with the next question</a></p>`}
    <p>
      Your answers are in <code>exercises/${lessonId}/${name}/answers.json</code>.
      ${sheet.graded ? 'Hand them in with the rest: npm run hand-in.' : 'They are checked like an exercise, and may be handed in.'}
    </p>
    ${
      !sheet.graded &&
      html`<form method="post" action="/quiz/${name}">
        <input type="hidden" name="token" value="${token}" />
        ${pane && html`<input type="hidden" name="pane" value="1" />`}
        <p>Drawn anew, it asks the same with other names, numbers and orders; the answers you have given are dropped.</p>
        <button type="submit">Draw it anew</button>
      </form>`
    }`;
}
