// What moves on an exercise's page, by name: written into the page first, and sent again whenever it has changed.

import type { ReportCheck } from '@cookie-lessons/lesson-contract';

import type { Room } from '../create-site';
import { html, type Html } from '../html';
import type { AppBeside } from './app-beside';
import { appCookies, appState } from './app-pieces';
import { explainFailure, firstFailure } from './explain-failure';
import type { SiteOutcome } from './live-checks';
import type { Outcomes } from './outcomes';
import { type InPane, paneLink } from './section-link';
import { standingMark } from './standing-words';

export interface ExerciseRoom extends Room {
  /** null where nobody checks. */
  readonly outcomes: Outcomes | null;
  readonly app: AppBeside;
}

export interface Pieces {
  readonly pieces: Readonly<Record<string, Html>>;
  /** Where the app can be looked at; null as long as it doesn't answer. */
  readonly app: string | null;
  /** Its checks have not been run since the site was started, and could be. */
  readonly wantsCheck: boolean;
}

export function piecesOf(room: ExerciseRoom, id: string, inPane: InPane): Pieces {
  const { outcomes, course, studentApp, app } = room;
  const outcome = outcomes?.outcomeOf(id) ?? null;
  const standing = outcomes?.standingOf(id) ?? null;
  const running = studentApp?.state() ?? null;
  const checks = course.exercises.get(id)?.exercise.checks ?? [];
  const isStarted = standing !== null && standing.state !== 'not-started';
  return {
    pieces: {
      standing: standingPiece(room, id),
      explanation: outcome !== null && isStarted ? explainFailure(course, id, outcome, inPane) : html``,
      solved: standing?.state === 'solved' ? solvedPiece(id, inPane) : html``,
      ...Object.fromEntries(checks.map((check) => [`check-${check.id}`, outcomeMark(isStarted ? outcome : null, check.id)])),
      ...(studentApp ? { app: appState(id, running, appAddress(room)), cookies: running?.id === id ? html`<h3>Its cookies</h3>${appCookies(app.record)}` : html`` } : {}), // prettier-ignore
    },
    app: running?.id === id && running.port !== null ? appAddress(room) : null,
    wantsCheck: isStarted && outcome === null && outcomes?.isChecking(id) === false,
  };
}

/** What a screen reader is told when checks have run; one or two sentences. */
export function announcementOf({ outcomes }: ExerciseRoom, id: string): string {
  const outcome = outcomes?.outcomeOf(id);
  const standing = outcomes?.standingOf(id);
  if (!outcome || !standing) return '';
  if (standing.state === 'solved') return 'Checked: all of it is right. Solved.';
  const failed = firstFailure(outcome);
  return `Checked: ${standing.passed} of ${standing.of} pass.${failed === null ? '' : ` Look first at: ${failed.sentence}`}`;
}

function appAddress({ port }: Room): string {
  return `http://app.course.localhost:${port()}/`;
}

function standingPiece({ outcomes }: ExerciseRoom, id: string): Html {
  const standing = outcomes?.standingOf(id);
  if (!outcomes || !standing) return html`Checks run while you work when the site is started with <code>npm start</code>.`;
  if (outcomes.isChecking(id)) return html`<span class="standing checking">Checking …</span>`;
  const trouble = outcomes.trouble();
  return html`${standingMark(standing)}
  ${standing.points !== null && standing.state !== 'not-started' && html` · ${standing.points.earned} of ${standing.points.possible} points`}
  ${standing.state === 'not-started' && html` · its checks run whenever you save`}
  ${trouble !== '' && html`<br />The check itself failed: ${trouble}`}`;
}

const marks: Readonly<Record<ReportCheck['outcome'], readonly [string, string]>> = {
  passed: ['✓', 'passes'],
  failed: ['✗', 'fails'],
  'not-run': ['○', 'not run'],
};

function outcomeMark(outcome: SiteOutcome | null, checkId: string): Html {
  const came = outcome?.report.checks.find(({ id }) => id === checkId)?.outcome ?? 'not-run';
  const [mark, words] = marks[came];
  return html`<span class="mark ${came}"><span aria-hidden="true">${mark}</span> <span class="for-ears">${words}:</span></span>`;
}

function solvedPiece(id: string, inPane: InPane): Html {
  return html`<div class="all-right">
    <h2>All of it is right</h2>
    <p>
      <a href="${paneLink(`/exercises/${id}/solved`, inPane)}">Compare it with our solution, and see what others get wrong</a>
    </p>
  </div>`;
}
