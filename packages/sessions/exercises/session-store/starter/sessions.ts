// A session middleware: an id in the cookie, everything else in `store`. cookie-parser has run before: req.cookies is there.
// How long sessions live and how they end: packages/sessions/lesson-text/life-of-a-session.md

import type { RequestHandler } from 'express';

/** What a handler finds in res.locals.session. */
export interface Session {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  delete(name: string): void;
  renew(): void;
  end(): void;
}

export interface SessionOptions {
  /** Where sessions are kept: one entry each. */
  store: Map<string, unknown>;
  /** A session that isn't used for so long is over. */
  idleMs: number;
  /** So long after its beginning, a session is over anyway. */
  absoluteMs: number;
}

export function createSessions(_options: SessionOptions): RequestHandler {
  return (_req, res, next) => {
    // TODO: find the session that the cookie means, if it isn't over.
    const session: Session = {
      get: () => undefined,
      // TODO: keep the value. The first one begins the session: an id, an entry in the store, a cookie.
      set: () => {},
      delete: () => {},
      // TODO: a new id for the same values.
      renew: () => {},
      // TODO: gone from the store, gone from the browser.
      end: () => {},
    };
    res.locals.session = session;
    next();
  };
}
