// The page that all labs share: story, the toy, predict and run, what went over the wire, the cookies, and what it means.

import { asHtml, html, type Html } from '../../html';
import type { Choice, Lab } from '../lab';
import type { Exchange } from './exchange';
import { predictionFields, type Question } from './predict';

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly button: string;
  /** Names to choose from; null where nothing is to be predicted of them. */
  readonly cookies: readonly string[] | null;
  readonly question?: Question;
  /** Fields of its own. */
  readonly fields?: Html;
}

interface LabSwitch {
  readonly legend: string;
  readonly action: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
}

export interface LabView {
  readonly switch?: LabSwitch;
  /** The toy itself, as it stands. */
  readonly stage: Html;
  readonly steps: readonly Step[];
  readonly scripts?: readonly string[];
}

interface Outcome {
  readonly title: string;
  readonly verdict: Html | null;
  readonly explain: Html;
}

export interface LabPage {
  readonly lab: Lab;
  readonly browser: string;
  readonly view: LabView;
  readonly outcome: Outcome | null;
  readonly exchanges: readonly Exchange[];
  readonly inspector: Html;
  /** The one that may set the theme of a page in its frame. */
  readonly siteOrigin: string;
}

export function renderLabPage({ lab, browser, view, outcome, exchanges, inspector, siteOrigin }: LabPage): string {
  const [last, ...earlier] = exchanges;
  const body = html`<header class="banner">Toy store, made-up customers. Attack only this.</header>
    <main id="main">
      <header class="lab-top">
        <h1>${lab.title}</h1>
        <form method="post" action="/reset"><button>Reset this lab</button></form>
      </header>
      <p class="story">${lab.story}</p>
      <p class="hint">Your browser says it is <strong data-browser>${browser}</strong>. ${lab.browserNote}</p>
      ${view.switch && switchForm(view.switch)}
      <div class="lab-columns">
        <div class="doing">
          <div class="stage">${view.stage}</div>
          ${
            outcome &&
            html`<section class="result" id="result" aria-labelledby="result-title">
              <h2 id="result-title">${outcome.title}</h2>
              ${outcome.verdict}
              <div class="explain">${outcome.explain}</div>
            </section>`
          }
          ${
            view.steps.length > 0 &&
            html`<section aria-labelledby="steps-title">
              <h2 id="steps-title">Predict, then run</h2>
              <div class="steps">${view.steps.map(stepForm)}</div>
            </section>`
          }
        </div>
        <div class="seen">
          <section aria-labelledby="cookies-title" id="cookies">
            <h2 id="cookies-title">Your cookies here</h2>
            ${inspector}
          </section>
          <section aria-labelledby="wire-title" id="wire">
            <h2 id="wire-title">What this server received, and sent</h2>
            ${last && exchangeShown(last)}
            ${
              earlier.length > 0 &&
              html`<details class="earlier">
                <summary>The ${earlier.length === 1 ? 'one' : `${earlier.length}`} before</summary>
                ${earlier.map(exchangeShown)}
              </details>`
            }
          </section>
        </div>
      </div>
    </main>`;
  return labDocument({
    title: outcome ? `${outcome.title} · ${lab.title}` : lab.title,
    body,
    scripts: ['lab', ...(view.scripts ?? [])],
    siteOrigin,
  });
}

/** @param siteOrigin empty where no frame of the site is meant. */
export function labDocument({
  title,
  body,
  scripts,
  siteOrigin,
}: {
  readonly title: string;
  readonly body: Html;
  readonly scripts: readonly string[];
  readonly siteOrigin: string;
}): string {
  return html`<!doctype html>
    <html lang="en" data-site="${siteOrigin}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · a lab of Cookie Security Lessons</title>
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/lab.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${scripts.map((name) => html`<script type="module" src="/assets/${name}.js"></script>`)}
      </head>
      <body class="lab">
        ${body}
      </body>
    </html>`.toString();
}

function switchForm({ legend, action, choices, chosen }: LabSwitch): Html {
  return html`<form method="post" action="${action}" class="switch">
    <fieldset>
      <legend>${legend}</legend>
      ${choices.map(
        ({ id, label }) =>
          html`<label class="tick"
            ><input type="radio" name="to" value="${id}" ${id === chosen ? asHtml(' checked') : ''} /> ${label}</label
          >`,
      )}
      <button>Switch</button>
    </fieldset>
  </form>`;
}

/** A GET form that leads to its own page at a fragment only scrolls there: it gets none. */
function stepForm({ id, title, method, action, button, cookies, question, fields }: Step): Html {
  return html`<form method="${method}" action="${action}${method === 'post' ? '#result' : ''}" class="step" id="step-${id}">
    <h3>${title}</h3>
    ${fields} ${predictionFields(id, cookies, question)}
    <button class="run">${button}</button>
  </form>`;
}

function exchangeShown({ requestLine, headers, body, status, setLines }: Exchange): Html {
  const request = [
    html`${requestLine}`,
    ...headers.map(([name, value]) => marked(name.toLowerCase() === 'cookie', `${name}: ${value}`)),
    ...(body === '' ? [] : [html``, html`${body}`]),
  ];
  const response = [
    html`${status}`,
    ...setLines.flatMap(({ line, refused }) => [
      marked(true, `Set-Cookie: ${line}`),
      ...(refused ? [html` refused by the browser: ${refused.code}. ${refused.because}`] : []),
    ]),
  ];
  return html`<div class="exchange">
    <div>
      <h3>Received</h3>
      <pre class="request" tabindex="0">${inLines(request)}</pre>
    </div>
    <div>
      <h3>Sent</h3>
      <pre class="response" tabindex="0">${inLines(response)}</pre>
    </div>
  </div>`;
}

function marked(isMarked: boolean, text: string): Html {
  return isMarked ? html`<mark>${text}</mark>` : html`${text}`;
}

function inLines(lines: readonly Html[]): Html {
  return asHtml(lines.join('\n'));
}
