// What is said when there is no such page, or when we have made a mistake: no path of this computer, no stack.

import type { ErrorRequestHandler, RequestHandler } from 'express';

import type { Room } from '../create-site';
import { html } from '../html';
import { renderPage } from './page';

export function notFound({ token }: Room): RequestHandler {
  return (_req, res) => {
    const main = html`<h1>There is no such page</h1>
      <p>The <a href="/">list of lessons</a> has them all.</p>`;
    res.status(404).send(renderPage({ title: 'Not found', main, token, path: '' }));
  };
}

export function quietErrors({ token }: Room): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const given = (error as { status?: unknown } | null)?.status;
    const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
    if (status === 500) console.error(error);
    const main = html`<h1>${status === 500 ? 'That went wrong here' : 'That could not be read'}</h1>
      <p>Go back, and try again. The terminal that runs the site says more.</p>`;
    res.status(status).send(renderPage({ title: 'An error', main, token, path: '' }));
  };
}
