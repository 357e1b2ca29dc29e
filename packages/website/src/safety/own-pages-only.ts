// The site's API answers the site's own pages and nobody else: other pages on this computer are same-site, and would be sent any cookie.

import { randomBytes, timingSafeEqual } from 'node:crypto';

import type { Request, RequestHandler } from 'express';

/** Sent by our scripts, read from a <meta> of the page: only a page of this very origin can have it. */
const tokenHeader = 'x-course-token';

export interface OwnPages {
  /** Drawn anew at every start; written into every page. */
  readonly token: string;
  /** Before every route that tells or changes something. GET needs it, too; and no GET changes anything. */
  readonly only: RequestHandler;
  /** The same for forms, which work without scripts: the token stands in their field `token`. After the body has been read. */
  readonly onlyForms: RequestHandler;
}

export function ownPages(token = randomBytes(16).toString('hex')): OwnPages {
  const isOurs = (req: Request, given: unknown): boolean =>
    req.headers['sec-fetch-site'] === 'same-origin' && typeof given === 'string' && isSame(given, token);
  return {
    token,
    only: (req, res, next) => {
      if (isOurs(req, req.get(tokenHeader))) return next();
      res.status(403).json({ error: 'Only the pages of the course may ask for this.' });
    },
    onlyForms: (req, res, next) => {
      if (isOurs(req, (req.body as { token?: unknown } | undefined)?.token)) return next();
      res
        .status(403)
        .type('text')
        .send('Only the pages of the course may send this. Go back, load the page again, and send it once more.\n');
    },
  };
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
