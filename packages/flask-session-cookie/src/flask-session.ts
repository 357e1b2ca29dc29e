// The middleware: a request's session out of its cookie, and back into the response.

import type { IncomingMessage, ServerResponse } from 'node:http';

import { beforeHeaders } from './before-headers';
import { type FlaskSessionOptions, toSettings } from './flask-session-options';
import { openSession } from './open-session';
import { saveSession } from './save-session';
import { attachSession } from './session-of';

/** Fits Express 4 and 5, Connect, and `node:http` by hand. */
export type FlaskSessionMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Gives each request the session that Flask would give it: `req.session`, or `sessionOf(req)` with types.
 *
 * The cookie is written just before the headers go out, by any way of sending them.
 *
 * @throws {FlaskSessionError} code 'bad-option', at once, when an option is unknown or of no use. A missing secret key is no
 * error here: as in Flask the session is then empty, and changing it throws 'no-secret-key'.
 */
export function flaskSession(options: FlaskSessionOptions): FlaskSessionMiddleware {
  const given = toSettings(options);
  const settings = { ...given, warn: once(given.warn) };
  return (request, response, next) => {
    try {
      const session = openSession(request, settings);
      attachSession(request, session);
      beforeHeaders(response, () => saveSession(session, response, settings));
    } catch (error) {
      next(error);
      return;
    }
    next();
  };
}

/** Each kind of warning once, however many requests give cause for it. Numbers don't make another kind. */
function once(warn: (message: string) => void): (message: string) => void {
  const given = new Set<string>();
  return (message) => {
    const kind = message.replaceAll(/\d+/g, '');
    if (given.has(kind)) return;
    given.add(kind);
    warn(message);
  };
}
