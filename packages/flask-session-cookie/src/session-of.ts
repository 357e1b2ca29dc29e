// Which session belongs to which request.

import type { IncomingMessage } from 'node:http';

import { FlaskSessionError } from './flask-session-error';
import type { FlaskDict } from './flask-value';
import type { OpenSession } from './open-session';
import type { SessionState } from './session-state';

/** A session's values by name. It has no prototype: every name is absent until it is stored. */
export type FlaskSession = FlaskDict;

const sessions = new WeakMap<IncomingMessage, OpenSession>();

/**
 * The session's values, with types: the same object as `req.session`, about whose type several packages disagree.
 *
 * @typeParam Values what your application stores, e.g. `{ user?: string }`; a claim, not a check.
 * @throws {FlaskSessionError} code 'no-session' if `flaskSession` has not seen this request.
 */
export function sessionOf<Values extends object = FlaskSession>(request: IncomingMessage): Values {
  const { state, view } = find(request);
  // Flask 3.1.3: asking for the session at all counts, since `in` and `len` tell something about it too.
  state.accessed = true;
  return view as Values;
}

/**
 * The session's attributes: `permanent`, `modified`, `accessed`, `new` and `clear()`.
 * @throws {FlaskSessionError} code 'no-session' if `flaskSession` has not seen this request.
 */
export function sessionState(request: IncomingMessage): SessionState {
  return find(request).state;
}

/**
 * Ties a session to its request, and offers it as `req.session` unless another middleware has taken that name.
 * @throws {FlaskSessionError} code 'mounted-twice' if the request has a Flask session already.
 */
export function attachSession(request: IncomingMessage, session: OpenSession): void {
  if (sessions.has(request))
    throw new FlaskSessionError('mounted-twice', 'Two flaskSession middlewares saw this request; mount it once.');
  sessions.set(request, session);
  if ('session' in request) return;
  Object.defineProperty(request, 'session', {
    configurable: true,
    enumerable: true,
    get: (): FlaskSession => sessionOf(request),
    set: () => {
      throw new FlaskSessionError(
        'session-replaced',
        'req.session can be changed but not replaced; sessionState(req).clear() empties it.',
      );
    },
  });
}

function find(request: IncomingMessage): OpenSession {
  const session = sessions.get(request);
  if (session !== undefined) return session;
  throw new FlaskSessionError(
    'no-session',
    'This request has no session; mount app.use(flaskSession({ … })) before this handler.',
  );
}
