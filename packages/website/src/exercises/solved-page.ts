// After solving: what was written beside what we wrote, and the wrong answers that we know, each with why somebody writes it.

import { type AnswerOnDisk, type Exercise, type ExerciseOnDisk, readAnswers } from '@cookie-lessons/lesson-contract';

import { asHtml, html, type Html } from '../html';
import { renderMarkdown } from '../reading/markdown';
import type { SiteCourse } from '../site-course';
import type { ExerciseRoom } from './exercise-pieces';
import { type InPane, paneLink, sectionLink } from './section-link';

/** @returns null before it is solved: there is no such page yet. */
export function solvedMain(room: ExerciseRoom, onDisk: ExerciseOnDisk, inPane: InPane): Html | null {
  const { exercise } = onDisk;
  if (room.outcomes?.standingOf(exercise.id)?.state !== 'solved') return null;
  // Of a sheet of questions they would be its key.
  const wrong = exercise.kind === 'quiz' ? [] : readAnswers(room.course.files, onDisk, 'wrong-answers');
  return html`<p class="crumbs"><a href="${paneLink(`/exercises/${exercise.id}`, inPane)}">Back to the exercise</a></p>
    <h1>${exercise.title}: solved</h1>
    <h2>Yours beside ours</h2>
    ${diff(room.diffToSolution?.(exercise.id) ?? null)}
    <h2>What others get wrong</h2>
    ${
      wrong.length === 0
        ? html`<p>This copy of the course has no wrong answers.</p>`
        : html`<p>Each of these looks right to somebody. The checks that catch it stand beside it.</p>
            ${wrong.map((answer) => wrongAnswer(room.course, exercise, { answer, inPane }))}`
    }`;
}

function diff(lines: readonly string[] | null): Html {
  if (lines === null) return html`<p>This copy of the course has no solutions.</p>`;
  const kinds: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' };
  const isText = lines.every((line) => kinds[line.charAt(0)] === undefined);
  if (isText) return html`<p>${lines.join(' ')}</p>`;
  return html`<p>A line with − is yours, one with + is ours. Another way can be just as right.</p>
    <pre class="diff" tabindex="0" aria-label="Differences to our solution"><code>${lines.map((line) => {
      const kind = /^(?:---|\+\+\+)/.test(line) ? 'place' : kinds[line.charAt(0)];
      return html`<span${kind && html` class="${kind}"`}>${line}
</span>`;
    })}</code></pre>`;
}

function wrongAnswer(
  course: SiteCourse,
  { id, checks, misconceptions }: Exercise,
  { answer, inPane }: { answer: AnswerOnDisk; inPane: InPane },
): Html | null {
  const { header, files, name } = answer;
  if (header === null) return null;
  const belief = misconceptions.find((known) => known.id === header.misconception);
  const caught = checks.filter((check) => header.caughtBy.includes(check.id));
  return html`<section class="wrong-answer">
    <h3><code>${name}</code></h3>
    <p class="why">${header.why}</p>
    ${belief && html`<p>${belief.message} ${sectionLink(course, id.split('/')[0] ?? '', belief.section, inPane)}</p>`}
    <p>Caught by:</p>
    <ul>
      ${caught.map(({ sentence }) => html`<li>${sentence}</li>`)}
    </ul>
    ${[...files].map(
      ([path, text]) =>
        html`<details>
          <summary>The code<span class="for-ears"> of ${name}</span>: <code>${path}</code></summary>
          ${asHtml(code(path, withoutHeader(text)))}
        </details>`,
    )}
  </section>`;
}

/** What the header says stands above in words. */
function withoutHeader(text: string): string {
  return text.replace(/^(?:\/\/ .*\n)+/, '').trimStart();
}

function code(path: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return renderMarkdown(`${fence}${path.endsWith('.json') ? 'json' : 'ts'}\n${text}\n${fence}`, () => null).html;
}
