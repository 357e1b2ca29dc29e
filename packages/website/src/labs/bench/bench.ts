// A workbench for a lab: an app that has recorded every request before the lab's own routes see it, and shows the shared page.

import { join } from 'node:path';

import express, { type Express, type Request, type Response } from 'express';

import type { Html } from '../../html';
import type { KnownCookie } from '../../inspector/cookie-record';
import type { Standing } from '../../inspector/decode-value';
import { editLine } from '../../inspector/edit-cookie';
import { inspectorTable } from '../../inspector/inspector-table';
import { html } from '../../html';
import { siteHost } from '../../safety/hosts';
import { hostOf, type Lab, type LabParts } from '../lab';
import { browserName } from './browser-name';
import { headersAsSent, seenRequest, setCookieLines } from './exchange';
import { labHeaders, type LabPolicy } from './lab-headers';
import { type LabView, renderLabPage, type Step } from './lab-page';
import { type Ran, readPrediction, verdictOn } from './predict';
import { type Visit, Visits } from './visits';

export interface BenchSetup<State> {
  readonly lab: Lab;
  readonly parts: LabParts;
  readonly begin: () => State;
  readonly view: (visit: Visit<State>, req: Request) => LabView;
  /** Whether a cookie is signed with the lab's key, an id, …; unless told, nobody vouches for any. */
  readonly standingOf?: (cookie: KnownCookie, state: State) => Standing;
  readonly policy?: Omit<LabPolicy, 'port'>;
}

/** What a step has come to. */
export interface Done {
  readonly step?: Step;
  readonly title: string;
  /** Id of the option of the step's question that came true. */
  readonly outcome?: string;
  readonly explain: Html;
}

export interface Bench<State> {
  readonly app: Express;
  visitOf(req: Request): Visit<State>;
  /** Answers with the shared page: what came with this request, what this answer sets, and what it means. */
  show(req: Request, res: Response, done?: Done): void;
}

const mostExchanges = 5;

export function createBench<State>(setup: BenchSetup<State>): Bench<State> {
  const { lab, parts } = setup;
  const visits = new Visits(setup.begin);
  const app = express();
  app.disable('x-powered-by');
  app.use(labHeaders({ port: parts.port, ...setup.policy }));
  app.use('/assets', express.static(join(__dirname, '..', '..', 'assets'), { index: false, redirect: false }));
  app.use(express.urlencoded({ extended: false, limit: '16kb' }));
  app.use((req, res, next) => {
    if (!/^(?:GET|POST|HEAD)$/.test(req.method)) return void res.status(405).end();
    const { record } = visits.of(req);
    record.sawRequest(req.headers.cookie, seenRequest(req), parts.now());
    next();
  });

  const show: Bench<State>['show'] = (req, res, done) => {
    const visit = visits.of(req);
    const { step } = done ?? {};
    const verdict = step && asksSomething(step) ? verdictOn(readPrediction(req), ranAs(req, step, done?.outcome)) : null;
    res.set('Cache-Control', 'no-store').type('html');
    const setLines = visit.record.sawAnswer(setCookieLines(res), seenRequest(req), parts.now());
    const exchange = {
      requestLine: `${req.method} ${req.originalUrl} HTTP/${req.httpVersion}`,
      headers: headersAsSent(req),
      body: req.method === 'POST' ? new URLSearchParams(fieldsOf(req)).toString() : '',
      status: `HTTP/${req.httpVersion} ${res.statusCode} ${res.statusMessage}`,
      setLines,
    };
    visit.exchanges = [exchange, ...visit.exchanges].slice(0, mostExchanges);
    const standingOf = (cookie: KnownCookie): Standing => setup.standingOf?.(cookie, visit.state) ?? 'unknown';
    res.end(
      renderLabPage({
        lab,
        browser: browserName(req.headers),
        view: setup.view(visit, req),
        outcome: done ? { title: done.title, verdict, explain: done.explain } : null,
        exchanges: visit.exchanges,
        inspector: inspectorTable({
          rows: visit.record.rows(),
          standingOf,
          editAction: `${req.hostname === hostOf(lab) ? '' : `http://${hostOf(lab)}:${parts.port()}`}/edit-cookie#cookies`,
        }),
        siteOrigin: `http://${siteHost}:${parts.port()}`,
      }),
    );
  };

  app.post('/reset', (req, res) => {
    const names = visits
      .of(req)
      .record.rows()
      .map(({ cookie }) => cookie);
    for (const cookie of names) res.append('Set-Cookie', editLine({ cookie, value: null }) ?? '');
    visits.reset(req);
    show(req, res);
  });
  app.post('/edit-cookie', (req, res) => {
    const { name, domain, path, value, do: act } = fieldsOf(req);
    const cookie = visits.of(req).record.rows().map((row) => row.cookie).find((known) => known.name === name && known.domain === domain && known.path === path); // prettier-ignore
    const line = cookie && editLine({ cookie, value: act === 'delete' ? null : (value ?? '') });
    if (!line) return show(req, res, { title: 'Not changed', explain: unwritable });
    res.append('Set-Cookie', line);
    show(req, res, { title: act === 'delete' ? `${name} deleted` : `${name} changed`, explain: edited });
  });
  return { app, visitOf: (req) => visits.of(req), show };
}

function asksSomething({ cookies, question }: Step): boolean {
  return cookies !== null || question !== undefined;
}

function ranAs({ headers }: Request, { cookies, question }: Step, outcome: string | undefined): Ran {
  return { header: headers.cookie, asksCookies: cookies !== null, question, outcome };
}

/** The text fields of a posted form. */
export function fieldsOf(req: Request): Readonly<Record<string, string>> {
  const entries = Object.entries((req.body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
}

const edited = html`<p>
  In your browser you would do this in its developer tools, under Storage or Application, and no request would tell. A page can't
  reach in there, so this lab sent the changed cookie with <code>Set-Cookie</code>, everything else as it was. From here on it is
  the same: your browser sends what its jar says.
</p>`;

const unwritable = html`<p>
  A cookie's value has no space, no semicolon and only ASCII. Write others percent-encoded: <code>%20</code> is a space.
</p>`;
