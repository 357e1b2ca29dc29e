// A question as a plain form: works by keyboard and without scripts, and holds nothing of the key.

import type { PaperChoice, PaperQuestion } from '@cookie-lessons/question-bank';

import { html, type Html } from '../html';
import { inline } from './words';

export interface FormPlace {
  /** Where it is sent to, and where an order is changed. */
  readonly action: string;
  readonly page: string;
  /** From 1. */
  readonly number: number;
  readonly token: string;
  readonly pane: boolean;
  /** The order so far, of a question that asks for one. */
  readonly order: readonly string[];
  /** `up-b` when that is what led here. */
  readonly move: string;
  /** Why the answer that was sent can't be one; empty for none. */
  readonly problem: string;
}

export function questionForm(paper: PaperQuestion, place: FormPlace): Html {
  const { action, page, token, pane, number, order, problem } = place;
  return html`<form id="answer" method="post" action="${action}" autocomplete="off">
      <input type="hidden" name="token" value="${token}" />
      ${pane && html`<input type="hidden" name="pane" value="1" />`}
      ${problem !== '' && html`<p class="problem" id="problem" role="alert">${problem}</p>`} ${fields(paper, place)}
      ${paper.question.kind === 'order' && html`<input type="hidden" name="order" value="${order.join('')}" data-order />`}
      ${paper.question.kind !== 'order' && html`<p><button type="submit">Answer</button></p>`}
    </form>
    ${
      paper.question.kind === 'order' &&
      html`<form id="move" method="get" action="${page}">
          <input type="hidden" name="q" value="${number}" />
          <input type="hidden" name="anew" value="1" />
          ${pane && html`<input type="hidden" name="pane" value="1" />`}
          <input type="hidden" name="order" value="${order.join('')}" data-order />
          ${ordering(paper, place)}
        </form>
        <p><button type="submit" form="answer">This is the order</button></p>`
    }`;
}

function fields({ question, choices, asked }: PaperQuestion, { problem }: FormPlace): Html | null {
  const described = problem === '' ? '' : html` aria-describedby="problem"`;
  switch (question.kind) {
    case 'order':
      return null;
    case 'number':
    case 'read':
      return html`<p>
        <label for="given">Your answer${asked.unit !== undefined && `, in ${asked.unit}`}</label><br />
        <input
          id="given"
          name="answer"
          type="text"
          ${question.kind === 'number' && html` inputmode="decimal"`}
          size="30"
          maxlength="2000"
          required${described}
          spellcheck="false"
          autocapitalize="none"
        />
      </p>`;
    default:
      return html`<fieldset${described}>
        <legend>${question.kind === 'multiple' ? 'All that are true' : 'One is right'}</legend>
        ${choices.map((choice) => choiceLine(choice, question.kind === 'multiple'))}
      </fieldset>`;
  }
}

function choiceLine({ letter, text }: PaperChoice, isMultiple: boolean): Html {
  return html`<label class="choice">
    <input type="${isMultiple ? 'checkbox' : 'radio'}" name="answer" value="${letter}" ${!isMultiple && html` required`} />
    <span>${inline(text)}</span>
  </label>`;
}

function ordering({ choices }: PaperQuestion, { order, move }: FormPlace): Html {
  const last = order.length - 1;
  return html`<fieldset>
    <legend>Put them in their order</legend>
    <ol class="ordering">
      ${order.map((letter, index) => {
        const text = choices.find((choice) => choice.letter === letter)?.text ?? '';
        const focused = focusedButton(move, letter, { isFirst: index === 0, isLast: index === last });
        return html`<li data-letter="${letter}">
          <span class="text">${inline(text)}</span>
          <span class="moves">
            <button name="move" value="up-${letter}" ${index === 0 && html` disabled`}${focused === 'up' && html` autofocus`}>
              Up<span class="for-ears">: ${inline(text)}</span>
            </button>
            <button
              name="move"
              value="down-${letter}"
              ${index === last && html` disabled`}${focused === 'down' && html` autofocus`}
            >
              Down<span class="for-ears">: ${inline(text)}</span>
            </button>
          </span>
        </li>`;
      })}
    </ol>
    <p class="for-ears" role="status" data-moved></p>
  </fieldset>`;
}

/** The button that was pressed keeps the focus; at the end of the list, its neighbour gets it. */
function focusedButton(move: string, letter: string, at: { isFirst: boolean; isLast: boolean }): 'up' | 'down' | null {
  if (move === `up-${letter}`) return at.isFirst ? 'down' : 'up';
  if (move === `down-${letter}`) return at.isLast ? 'up' : 'down';
  return null;
}
