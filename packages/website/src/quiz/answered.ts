// A question that has been answered: what was said, whether it is right, and why.

import { gradeAnswer, type GradedAnswer, type PaperQuestion } from '@cookie-lessons/question-bank';

import { sectionLink } from '../exercises/section-link';
import { html, type Html } from '../html';
import type { SiteCourse } from '../site-course';
import type { OpenPaper } from './open-paper';
import { inline, paragraphs } from './words';

/** @returns null where it has to wait: the sheet counts, or this copy has no key. */
export async function gradeKept({ keys, answers }: OpenPaper, paper: PaperQuestion): Promise<GradedAnswer | null> {
  const key = keys?.get(paper.question.id);
  return key ? gradeAnswer(paper, key, answers[paper.question.id]) : null;
}

export function verdictWords(graded: GradedAnswer | null): string {
  if (graded === null) return 'Kept';
  return graded.right ? 'Right' : graded.fraction > 0 ? 'Partly right' : 'Not right';
}

export function verdictMark(graded: GradedAnswer | null): Html {
  const kind = graded === null ? 'kept' : graded.right ? 'right' : graded.fraction > 0 ? 'partly' : 'wrong';
  const mark = { kept: '●', right: '✓', partly: '◐', wrong: '✗' }[kind];
  return html`<span class="verdict ${kind}"><span aria-hidden="true">${mark}</span> ${verdictWords(graded)}</span>`;
}

export function answeredView(
  course: SiteCourse,
  open: OpenPaper,
  { paper, graded, pane }: { paper: PaperQuestion; graded: GradedAnswer | null; pane: boolean },
): Html {
  const { id, section } = paper.question;
  return html`<section class="answered" id="outcome" tabindex="-1" aria-labelledby="verdict">
    <h2 id="verdict">${verdictMark(graded)}</h2>
    <p>You said:</p>
    ${givenView(paper, open.answers[id])} ${graded?.problem && html`<p>${graded.problem}</p>`}
    ${graded?.belief && html`<p class="belief">${inline(graded.belief.text)}</p>`}
    ${
      graded === null
        ? html`<p>
            ${open.sheet.graded ? 'It is kept. What was right, and why, is told when the sheet is closed.' : 'It is kept. This copy of the course has no key for it.'}
          </p>`
        : html`${paragraphs(open.keys?.get(id)?.explanation ?? '')}
            <p>More: ${sectionLink(course, '', section, { pane })}</p>`
    }
  </section>`;
}

function givenView({ question, choices }: PaperQuestion, given: unknown): Html {
  const letters = [given].flat();
  const said = letters.map((letter) => choices.find((choice) => choice.letter === String(letter).trim().toLowerCase())?.text);
  const lines = said.map((text, index) => html`<li>${text === undefined ? String(letters[index]) : inline(text)}</li>`);
  return question.kind === 'order'
    ? html`<ol class="given">
        ${lines}
      </ol>`
    : html`<ul class="given">
        ${lines}
      </ul>`;
}
