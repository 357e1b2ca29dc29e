// The frame of every page: title, theme, navigation. Works with scripts off; they only make it move.

import { asHtml, html, type Html } from '../html';

export interface Page {
  readonly title: string;
  readonly main: Html;
  /** A column beside the text on wide screens, e.g. the table of contents. */
  readonly aside?: Html;
  /** Right pane: a lab, an exercise, a quiz. */
  readonly beside?: Html;
  /** Names in assets/, without `.js`, beside the ones of every page. */
  readonly scripts?: readonly string[];
  /** Names in assets/, without `.css`, beside the one of every page. */
  readonly styles?: readonly string[];
  /** It stands beside a text: without the site's header and footer. */
  readonly pane?: boolean;
  readonly token: string;
  /** Path of this page, for the navigation. */
  readonly path: string;
}

const places = [
  { path: '/', title: 'Lessons' },
  { path: '/exercises', title: 'Exercises' },
  { path: '/labs', title: 'Labs' },
  { path: '/quiz', title: 'Quiz' },
  { path: '/search', title: 'Search' },
];

export function renderPage({ title, main, aside, beside, scripts = [], styles = [], pane = false, token, path }: Page): string {
  const kind = beside ? 'two-panes' : aside ? 'with-aside' : 'one-column';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="course-token" content="${token}" />
        <title>${title} · Cookie Security Lessons</title>
        <link rel="stylesheet" href="/assets/site.css" />
        ${styles.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src="/assets/theme.js"></script>
        ${['site', ...scripts].map((name) => html`<script type="module" src="/assets/${name}.js"></script> `)}
      </head>
      <body>
        ${!pane && header(path)}
        <div class="${kind}">
          ${aside && html`<aside>${aside}</aside>`}
          <main id="main" tabindex="-1">${main}</main>
          ${
            beside &&
            html`<section class="beside" id="beside" tabindex="-1" aria-label="Beside the text">
              <div
                class="divider"
                role="separator"
                aria-orientation="vertical"
                aria-label="Width of the text"
                aria-valuemin="20"
                aria-valuemax="80"
                aria-valuenow="50"
                tabindex="0"
                data-divider
                hidden
              ></div>
              ${beside}
            </section>`
          }
        </div>
        ${!pane && footer}
      </body>
    </html> `.toString();
}

function header(path: string): Html {
  return html`<a class="skip" href="#main">Skip to the text</a>
    <header class="top">
      <a class="name" href="/">Cookie Security Lessons</a>
      <nav aria-label="Site">
        ${places.map(({ path: to, title: name }) => html`<a href="${to}" ${isHere(path, to) ? asHtml(' aria-current="page"') : ''}>${name}</a>`)}
      </nav>
      <button type="button" class="theme" data-theme-switch hidden>Dark</button>
    </header>`;
}

const footer = html`<footer class="bottom">
  <p>Toy stores and made-up people: attack only these. Everything runs on your own computer.</p>
</footer>`;

function isHere(path: string, place: string): boolean {
  return place === '/' ? path === '/' || path.startsWith('/text/') : path === place || path.startsWith(`${place}/`);
}
