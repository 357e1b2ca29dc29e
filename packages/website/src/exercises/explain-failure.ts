// Why the first check that doesn't pass fails: the belief that led there, what was sent and came back, where to read.

import type { ReportCheck } from '@cookie-lessons/lesson-contract';

import { html, type Html } from '../html';
import type { SiteCourse } from '../site-course';
import type { SiteOutcome } from './live-checks';
import { type InPane, sectionLink } from './section-link';

/** The check to look at first. Hidden ones whose test only the instructor has are nobody's failure. */
export function firstFailure({ report: { checks, endedBecause } }: SiteOutcome): ReportCheck | null {
  const hasNoTestHere = ({ visible, outcome }: ReportCheck): boolean =>
    !visible && outcome === 'not-run' && endedBecause === 'answered';
  return (
    checks.find(({ outcome }) => outcome === 'failed') ??
    checks.find((check) => check.outcome !== 'passed' && !hasNoTestHere(check)) ??
    null
  );
}

export function explainFailure(course: SiteCourse, id: string, outcome: SiteOutcome, inPane: InPane): Html {
  const failed = firstFailure(outcome);
  return html`${diagnosis(id, outcome)} ${failed !== null && failure(course, id, { failed, outcome }, inPane)} ${advice(outcome)}`;
}

function diagnosis(id: string, { diagnosis: found }: SiteOutcome): Html | null {
  if (found === null) return null;
  return html`<div class="diagnosis">
    ${found.where !== null && html`<p><code>exercises/${id}/${found.where.path}:${found.where.line}</code></p>`}
    <p>${found.what}</p>
    <p><strong>${found.repair}</strong></p>
  </div>`;
}

function failure(
  course: SiteCourse,
  id: string,
  { failed, outcome }: { failed: ReportCheck; outcome: SiteOutcome },
  inPane: InPane,
): Html {
  const exchange = outcome.lastExchanges.get(failed.id);
  return html`<div class="failure">
    <h3>Look at this one first</h3>
    <p><strong>${failed.sentence}</strong></p>
    <p>${reasonOf(failed, outcome)}</p>
    ${
      exchange !== undefined &&
      html`<dl class="exchange">
        <dt>Last sent</dt>
        <dd><pre tabindex="0">${exchange.sent}</pre></dd>
        <dt>Came back</dt>
        <dd><pre tabindex="0">${exchange.cameBack}</pre></dd>
      </dl>`
    }
    <p>Read: ${sectionLink(course, id.split('/')[0] ?? '', failed.feedback.section, inPane)}</p>
  </div>`;
}

function reasonOf({ outcome, visible, feedback }: ReportCheck, { diagnosis: found }: SiteOutcome): string {
  if (feedback.message !== '') return feedback.message;
  if (outcome === 'not-run') return found === null ? 'It was not run: its test is not in this copy.' : 'It was not run.';
  return visible ? 'It failed.' : 'A hidden check: what exactly it asks is told to nobody. The task says all it can ask.';
}

function advice({ report, typeAdvice, diagnosis: found }: SiteOutcome): Html | null {
  const lines = found === null ? [...report.advice, ...typeAdvice] : typeAdvice;
  if (lines.length === 0) return null;
  return html`<div class="advice">
    <h3>The compiler says</h3>
    <p>This costs no points.</p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </div>`;
}
