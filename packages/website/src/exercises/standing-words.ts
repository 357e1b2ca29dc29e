// Where a student stands with an exercise, in words and as a mark.

import { html, type Html } from '../html';
import type { SiteStanding } from './live-checks';

type Figures = Pick<SiteStanding, 'state' | 'passed' | 'of' | 'checkedAt' | 'isWithheld'>;

/** The words with a mark that says the same: no meaning in colour alone. */
export function standingMark(standing: Figures): Html {
  const { state } = standing;
  const mark = { solved: '✓', started: '◐', changed: '◐', 'not-started': '○' }[state];
  return html`<span class="standing ${state}"><span aria-hidden="true">${mark}</span> ${standingWords(standing)}</span>`;
}

/** e.g. `3 of 5` */
function standingWords({ state, passed, of, checkedAt, isWithheld }: Figures): string {
  if (state === 'not-started') return 'Not started';
  if (isWithheld) return checkedAt === null ? 'Begun' : 'Answered';
  if (state === 'solved') return 'Solved';
  if (checkedAt === null) return 'Not checked yet';
  return state === 'changed' ? `Changed since; was ${passed} of ${of}` : `${passed} of ${of}`;
}
