// Predict before you run: which cookies the next request will carry, and what will come of it. Plain form fields; nothing is asked
// of the browser but to send them.

import type { Request } from 'express';

import { html, type Html } from '../../html';
import { pairsOf } from '../../inspector/cookie-record';
import type { Choice } from '../lab';

/** A question about the outcome, with the answers to choose from. */
export interface Question {
  readonly text: string;
  readonly options: readonly Choice[];
}

export interface Prediction {
  /** null: the learner ticked nothing. */
  readonly cookies: readonly string[] | null;
  /** Id of an option; null: none was chosen. */
  readonly outcome: string | null;
}

const noCookie = ' none';

export function predictionFields(stepId: string, cookies: readonly string[] | null, question: Question | undefined): Html {
  const boxes =
    cookies === null
      ? []
      : [
          ...cookies.map((name) => ({ value: name, label: html`<code>${name}</code>` })),
          { value: noCookie, label: html`no cookie at all` },
        ];
  return html`${
    cookies !== null &&
    html`<fieldset>
      <legend>Which cookies will this request carry?</legend>
      ${boxes.map(({ value, label }) => html`<label class="tick"><input type="checkbox" name="carry" value="${value}" /> ${label}</label>`)}
    </fieldset>`
  }
  ${
    question &&
    html`<fieldset>
      <legend>${question.text}</legend>
      ${question.options.map(({ id, label }) => html`<label class="tick"><input type="radio" name="outcome" value="${id}" id="${stepId}-${id}" /> ${label}</label>`)}
    </fieldset>`
  }`;
}

export function readPrediction(req: Request): Prediction {
  const fields = { ...(req.query as Record<string, unknown>), ...((req.body ?? {}) as Record<string, unknown>) };
  const ticked = [fields.carry].flat().filter((name) => typeof name === 'string');
  return {
    cookies: ticked.length === 0 ? null : ticked.filter((name) => name !== noCookie),
    outcome: typeof fields.outcome === 'string' ? fields.outcome : null,
  };
}

export interface Ran {
  readonly header: string | undefined;
  /** Whether the step asked which cookies would come. */
  readonly asksCookies: boolean;
  readonly question: Question | undefined;
  /** Id of the option that came true. */
  readonly outcome: string | undefined;
}

/** What was predicted beside what happened. */
export function verdictOn(prediction: Prediction, { header, asksCookies, question, outcome }: Ran): Html {
  const sent = [...new Set(pairsOf(header).map(({ name }) => name))];
  const lines: Html[] = [];
  if (prediction.cookies !== null) {
    const predicted = prediction.cookies;
    const wrong = [...sent.filter((name) => !predicted.includes(name)), ...predicted.filter((name) => !sent.includes(name))];
    lines.push(line(wrong.length === 0, html`You said it would carry ${listed(predicted)}. It carried ${listed(sent)}.`));
  }
  const labelOf = (id: string | null | undefined): string =>
    question?.options.find((option) => option.id === id)?.label ?? 'something else';
  if (prediction.outcome !== null && outcome !== undefined)
    lines.push(
      line(
        prediction.outcome === outcome,
        html`${question?.text ?? ''} You said: ${labelOf(prediction.outcome)}. It was: ${labelOf(outcome)}.`,
      ),
    );
  return lines.length === 0
    ? html`<p class="verdict none">You made no prediction this time.${asksCookies && html` It carried ${listed(sent)}.`}</p>`
    : html`<ul class="verdicts">
        ${lines}
      </ul>`;
}

function line(right: boolean, text: Html): Html {
  return html`<li class="verdict ${right ? 'right' : 'wrong'}"><strong>${right ? 'Right.' : 'Not so.'}</strong> ${text}</li>`;
}

function listed(names: readonly string[]): Html {
  return names.length === 0
    ? html`no cookie`
    : html`${names.map((name, at) => html`${at > 0 && ', '}<code>${name === '' ? '(no name)' : name}</code>`)}`;
}
