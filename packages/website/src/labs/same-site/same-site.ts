// SameSite and cross-site requests: a shop and an attacker on two sites, and a table filled by what this very browser sends.

import { randomBytes } from 'node:crypto';

import express, { type Express, type Request } from 'express';

import { html, type Html } from '../../html';
import { pairsOf } from '../../inspector/cookie-record';
import { laxUnsafeMs } from '../../inspector/why-not-sent';
import { createBench } from '../bench/bench';
import { labDocument, type LabView } from '../bench/lab-page';
import type { Lab, LabParts } from '../lab';
import { createEvilSite } from './evil-page';
import { matrixTable } from './matrix';
import { cookies, type Seen, type Way, ways } from './ways';
import { whatItMeans } from './what-it-means';

const [shopHost, evilHost] = ['shop.localhost', 'evil.localhost'];

export const sameSite: Lab = {
  id: 'same-site',
  title: 'SameSite, and requests from elsewhere',
  lessonId: 'understanding-checks',
  page: 'csrf',
  story:
    'You are logged in to a toy shop while you look at a page of somebody else’s site. That page can make your browser ask the shop for things: which of your cookies go along?',
  browserNote:
    'Browsers differ here: Chromium treats a cookie without SameSite as Lax, Firefox and Safari don’t; where third-party cookies are blocked (Chromium’s private windows, a setting, other browsers), even None stays at home in images, frames and fetches.',
  otherHosts: [shopHost, evilHost],
  opensInTab: true,
  createApp,
};

interface SameSiteState {
  predicted: ReadonlySet<string> | null;
  readonly seen: Map<Way['id'], Seen>;
  setAtMs: number | null;
}

function createApp(parts: LabParts): Express {
  const origins = { shop: () => `http://${shopHost}:${parts.port()}`, evil: () => `http://${evilHost}:${parts.secondPort()}` };
  const { app, visitOf, show } = createBench<SameSiteState>({
    lab: sameSite,
    parts,
    begin: () => ({ predicted: null, seen: new Map(), setAtMs: null }),
    view: ({ state }) => viewOf(state, origins.evil()),
    policy: { framedBy: () => [origins.evil()] },
  });
  app.get('/', (req, res) => show(req, res));
  app.post('/cookies', (req, res) => {
    const { state } = visitOf(req);
    // A value never seen before: Chromium lets a cookie that is set again with its old value keep its age.
    const value = randomBytes(4).toString('hex');
    for (const { id, attributes } of cookies) res.append('Set-Cookie', `${id}=${value}; Path=/${attributes}`);
    Object.assign(state, { predicted: null, setAtMs: parts.now() });
    state.seen.clear();
    show(req, res, {
      title: 'Four cookies',
      explain: html`<p>They differ in their SameSite alone. Now say what each way will carry.</p>`,
    });
  });
  app.post('/say', (req, res) => {
    const { say } = (req.body ?? {}) as { say?: unknown };
    const said = [say].flat().filter((entry) => typeof entry === 'string');
    visitOf(req).state.predicted = new Set(said);
    show(req, res, { title: 'Said', explain: html`<p>Now go to the attacker’s page, and let it try.</p>` });
  });
  app.all('/from/:way', (req, res, next) => {
    const way = ways.find(({ id }) => id === req.params.way);
    if (!way) return next();
    const seen = seenOf(req, visitOf(req).state, parts.now());
    visitOf(req).state.seen.set(way.id, seen);
    res.set('Cache-Control', 'no-store');
    if (way.id === 'fetch') return void res.status(204).end();
    if (way.id === 'image') return void res.type('svg').send(picture);
    if (way.id === 'frame') return void res.send(inTheFrame(seen));
    show(req, res, {
      title: `By ${way.label}: it carried ${seen.carried.join(', ') || 'no cookie'}`,
      explain: whatItMeans(way.id, seen),
    });
  });
  const evil = createEvilSite(parts, origins.shop);
  const both = express();
  both.disable('x-powered-by');
  both.use((req, res, next) => (req.hostname === evilHost ? evil : app)(req, res, next));
  return both;
}

function seenOf(req: Request, { setAtMs }: SameSiteState, nowMs: number): Seen {
  const names = pairsOf(req.headers.cookie).map(({ name }) => name);
  return {
    carried: cookies.filter(({ id }) => names.includes(id)).map(({ id }) => id),
    fetchSite: req.get('sec-fetch-site') ?? 'none came',
    ageSeconds: setAtMs === null ? 0 : Math.round((nowMs - setAtMs) / 1000),
  };
}

function viewOf(state: SameSiteState, evil: string): LabView {
  return {
    stage: state.setAtMs === null ? html`<p class="order">You have no cookie of this shop yet.</p>` : theTable(state, evil),
    steps: [
      {
        id: 'cookies',
        title: state.setAtMs === null ? 'Get four cookies' : 'Begin again with four fresh cookies',
        method: 'post',
        action: '/cookies',
        button: 'Log in to the shop',
        cookies: null,
      },
    ],
    scripts: ['lab-same-site'],
  };
}

function theTable(state: SameSiteState, evil: string): Html {
  const table = matrixTable(state);
  const waiting = state.predicted === null && state.seen.size === 0;
  return html`${
    waiting
      ? html`<form method="post" action="/say#main">
          ${table}
          <p><button class="run">That is what I say</button></p>
        </form>`
      : html`${table}
          <p><a class="button run" href="${evil}/">Go to the attacker’s page</a></p>`
  }
  ${twoMinutes(state.setAtMs ?? 0)}`;
}

function twoMinutes(setAtMs: number): Html {
  const untilMs = setAtMs + laxUnsafeMs;
  return html`<div class="two-minutes">
    <h2>The two-minute rule</h2>
    <p>
      In Chromium a cookie without SameSite is Lax, but for its first two minutes it also goes with a cross-site POST.
      <strong data-young-until="${untilMs}">It is over at ${new Date(untilMs).toISOString().slice(11, 19)} UTC.</strong>
      Try the POST form before and after.
    </p>
    <details>
      <summary>Skip the wait</summary>
      <p>
        No page can make a cookie older than it is, so here is what was measured instead, with Chromium 156: a POST form from
        another site carried <code>unset</code> and <code>none</code> while the cookies were fresh, and <code>none</code> alone
        once they were older than two minutes. Rely on neither: write <code>SameSite=Lax</code> or <code>Strict</code> yourself.
      </p>
    </details>
  </div>`;
}

function inTheFrame({ carried }: Seen): string {
  const body = html`<main id="main">
    <h1>The shop, in a frame</h1>
    <p>This request carried: ${carried.join(', ') || 'no cookie'}.</p>
  </main>`;
  return labDocument({ title: 'The shop', body, scripts: [], siteOrigin: '' });
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="20" fill="#b9772f"/><circle cx="18" cy="18" r="3"/><circle cx="30" cy="22" r="3"/><circle cx="22" cy="32" r="3"/></svg>';
