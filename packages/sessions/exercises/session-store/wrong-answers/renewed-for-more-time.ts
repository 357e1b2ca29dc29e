// Caught by: absolute-limit
// Misconception: renewed-for-more-time
// A new id is a new session, with a new beginning.
import { randomBytes } from 'node:crypto';

import type { CookieOptions, RequestHandler, Response } from 'express';

export interface Session {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  delete(name: string): void;
  renew(): void;
  end(): void;
}

export interface SessionOptions {
  store: Map<string, unknown>;
  idleMs: number;
  absoluteMs: number;
}

interface Entry {
  // A Map: a plain object has a constructor before anybody sets one.
  values: Map<string, unknown>;
  /** Never changes, not even with a new id. */
  beganMs: number;
  seenMs: number;
}

const cookieName = 'id';
// No lifetime in the cookie: the limits are the server's business, and the cookie needn't be sent again.
const cookieOptions: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/' };

export function createSessions({ store, idleMs, absoluteMs }: SessionOptions): RequestHandler {
  const entries = store as Map<string, Entry>;
  const isOver = ({ seenMs, beganMs }: Entry): boolean => Date.now() - seenMs > idleMs || Date.now() - beganMs > absoluteMs;

  /** Everything that is over goes, not only what somebody asks for. */
  function sweep(): void {
    for (const [id, entry] of entries) if (isOver(entry)) entries.delete(id);
  }

  function issue(res: Response, entry: Entry): string {
    const id = randomBytes(32).toString('base64url');
    entries.set(id, entry);
    res.cookie(cookieName, id, cookieOptions);
    return id;
  }

  return (req, res, next) => {
    let id = String(req.cookies[cookieName]);
    let entry = entries.get(id);
    if (entry && isOver(entry)) entry = undefined;
    if (entry) entry.seenMs = Date.now();

    const session: Session = {
      // Copies in and out: what a handler does to its own changes nothing here.
      get: (name) => structuredClone(entry?.values.get(name)),
      set(name, value) {
        if (!entry) {
          sweep();
          entry = { values: new Map(), beganMs: Date.now(), seenMs: Date.now() };
          // Always an id of our own, whatever the browser came with.
          id = issue(res, entry);
        }
        entry.values.set(name, structuredClone(value));
      },
      delete: (name) => void entry?.values.delete(name),
      renew() {
        if (!entry) return;
        entries.delete(id);
        entry = { ...entry, beganMs: Date.now() };
        id = issue(res, entry);
      },
      end() {
        if (!entry) return;
        entries.delete(id);
        entry = undefined;
        res.clearCookie(cookieName, cookieOptions);
      },
    };
    res.locals.session = session;
    next();
  };
}
