// All exercises by lesson: where the student stands with each, how long it takes, what it is worth.

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import { html, type Html } from '../html';
import type { ExerciseRoom } from './exercise-pieces';
import type { SiteStanding } from './live-checks';
import { type InPane, paneLink } from './section-link';
import { standingMark } from './standing-words';

/** Roles are written out: on a phone each row becomes a block, and a browser would forget that it was one of a table. */
export function exerciseListMain({ course, outcomes, progress }: ExerciseRoom, inPane: InPane): Html {
  const standings = new Map(outcomes?.standings().map((standing) => [standing.onDisk.exercise.id, standing]));
  const solved = [...standings.values()].filter(({ state }) => state === 'solved').length;
  return html`<h1>Exercises</h1>
    ${
      outcomes
        ? html`<p class="lead">
            ${solved} of ${standings.size} solved. You edit in your own editor; the checks run whenever you save.
          </p>`
        : html`<p class="lead">Start the site with <code>npm start</code> to see where you stand.</p>`
    }
    ${progress && html`<p><a href="/progress" ${inPane.pane && html` target="_top"`}>Take your progress to another computer</a></p>`}
    ${course.lessons.map(
      ({ id, lesson, exercises }) =>
        html`<section class="lesson" id="${id}">
          <h2>${lesson.order}. ${lesson.title}</h2>
          <div class="table" role="region" aria-label="Exercises of ${lesson.title}" tabindex="0">
            <table class="exercises" role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Exercise</th>
                  ${outcomes && html`<th scope="col" role="columnheader">You</th>`}
                  <th scope="col" role="columnheader">Minutes</th>
                  <th scope="col" role="columnheader">Points</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${exercises.map((onDisk) => row(onDisk, standings.get(onDisk.exercise.id), inPane))}
              </tbody>
            </table>
          </div>
        </section>`,
    )}`;
}

function row({ exercise }: ExerciseOnDisk, standing: SiteStanding | undefined, inPane: InPane): Html {
  const { id, title, summary, level, minutes, checks } = exercise;
  const possible = checks.reduce((sum, { points }) => sum + points, 0);
  const earned = standing?.points && standing.state !== 'not-started' ? `${standing.points.earned} of ` : '';
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <a href="${paneLink(`/exercises/${id}`, inPane)}">${title}</a
      >${level === 'stretch' && html` <span class="tag">stretch</span>`}
      <span class="summary">${summary}</span>
    </th>
    ${standing && html`<td role="cell">${standingMark(standing)}</td>`}
    <td class="number" role="cell">${minutes}</td>
    <td class="number" role="cell">${earned}${possible}</td>
  </tr>`;
}
