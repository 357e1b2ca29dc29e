// Plain cookies beside one Flask session that holds the same. createLab makes an app for some values; the two labs give theirs.
// All state is the visitor's.
//
//   GET /                sets both
//   GET /?side=plain     sets the plain cookies only, and deletes the session
//   GET /?side=session   sets the session only, and deletes the plain cookies

import { randomBytes } from 'node:crypto';

import express, { type Express, type Request, type Response } from 'express';
import { flaskSession, sessionOf, sessionState } from 'flask-session-cookie';

export type Side = 'plain' | 'session';

export interface LabSetup {
  /** The only side this app shows, for two apps beside each other; unless told, the address chooses. */
  readonly side?: Side;
  /** Drawn anew at each start unless told. */
  readonly secretKey?: string;
  /** Unix time in milliseconds. */
  readonly now?: () => number;
  /** Gets what flaskSession warns of; the process unless told. */
  readonly warn?: (message: string) => void;
}

export function createLab(title: string, values: Readonly<Record<string, string>>, setup: LabSetup): Express {
  const { secretKey = randomBytes(32).toString('hex'), now = () => Date.now(), warn } = setup;
  const app = express();
  app.use(flaskSession({ secretKey, now, ...(warn && { warn }) }));
  app.get('/', (req, res) => {
    const side = setup.side ?? sideOf(req);
    if (side === 'session') dropPlainCookies(req, res, values);
    else for (const [name, value] of Object.entries(values)) res.cookie(name, value);
    if (side === 'plain') dropSession(req);
    else Object.assign(sessionOf(req), values);
    res
      .set('Cache-Control', 'no-store')
      .send(page({ title, values, side, fixed: setup.side !== undefined, sent: req.headers.cookie }));
  });
  return app;
}

function sideOf({ query }: Request): Side | undefined {
  return query.side === 'plain' || query.side === 'session' ? query.side : undefined;
}

function dropPlainCookies(req: Request, res: Response, values: Readonly<Record<string, string>>): void {
  const sent = namesIn(req.headers.cookie);
  for (const name of Object.keys(values)) if (sent.includes(name)) res.clearCookie(name);
}

function dropSession(req: Request): void {
  if (namesIn(req.headers.cookie).includes('session')) sessionState(req).clear();
}

function namesIn(header: string | undefined): readonly string[] {
  return rowsOf(header).map(([name]) => name);
}

function rowsOf(header: string | undefined): readonly (readonly [name: string, value: string])[] {
  if (header === undefined) return [];
  return header.split(';').map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim(), rest.join('=').trim()];
  });
}

interface Shown {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly side: Side | undefined;
  /** True if the address can't choose another side. */
  readonly fixed: boolean;
  /** The request's Cookie header. */
  readonly sent: string | undefined;
}

function page({ title, values, side, fixed, sent }: Shown): string {
  const told = side === undefined ? 'Set both ways' : side === 'plain' ? 'Set as plain cookies' : 'Set as one session';
  const remembered = Object.entries(values).map(([name, value]) => `<li><code>${name}</code>: ${value}</li>`);
  const rows = rowsOf(sent).map(
    ([name, value]) => `<tr><th scope="row"><code>${escaped(name)}</code></th><td><code>${escaped(value)}</code></td></tr>`,
  );
  const links = ['', '?side=plain', '?side=session'].map((query) => `<a href="${query || '?'}">${linkTexts[query]}</a>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><h1>${title}</h1>
<p>${told}:</p><ul>${remembered.join('')}</ul>
<h2>What your browser sent with this request</h2>
${rows.length === 0 ? '<p>No cookie yet. Reload the page.</p>' : `<table><thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`}
<p>The value of <code>session</code> is encoded and signed. It is not encrypted: anyone can read it.</p>
${fixed ? '' : `<p>${links.join(' · ')}</p>`}
<p>A toy: nothing is stored, attack it freely.</p></html>`;
}

const linkTexts: Readonly<Record<string, string>> = {
  '': 'both',
  '?side=plain': 'only plain cookies',
  '?side=session': 'only the session',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
