// The session of one request: its values, how the application sees them, and what happened to them.

import type { IncomingMessage } from 'node:http';

import type { SessionSettings } from './flask-session-options';
import type { FlaskDict } from './flask-value';
import { readCookie } from './read-cookie';
import { isSecretKey, requireSecretKey } from './secret-key';
import { SessionState } from './session-state';
import { viewOf } from './session-view';
import { verifyFlaskSession } from './verify-flask-session';

export interface OpenSession {
  readonly values: FlaskDict;
  /** What the application gets. */
  readonly view: FlaskDict;
  readonly state: SessionState;
  /** Set when the headers go out: later changes can't be saved. */
  sent: boolean;
}

/**
 * The session that the request's cookie holds; empty, without a word, if there is none or it is not genuine or too old.
 *
 * Without a secret key the session can be read (it is empty) but not changed, like Flask's NullSession.
 *
 * @throws {FlaskSessionError} code 'bad-payload' for a cookie that is signed but no session; Flask answers 500 as well.
 * @see Flask `SecureCookieSessionInterface.open_session`
 */
export function openSession(request: IncomingMessage, settings: SessionSettings): OpenSession {
  const values = storedValues(request, settings);
  const beforeChange = (): void => void requireSecretKey(settings.secretKey);
  const view = viewOf(values, {
    beforeChange,
    afterChange: () => {
      state.modified = true;
      if (session.sent) settings.warn('The session was changed after the headers were sent; the change is lost.');
    },
  });
  const state = new SessionState(view, beforeChange);
  const session: OpenSession = { values, view, state, sent: false };
  return session;
}

function storedValues(request: IncomingMessage, settings: SessionSettings): FlaskDict {
  const cookie = readCookie(request.headers.cookie ?? '', settings.sessionCookieName);
  if (cookie === undefined || cookie === '' || !isSecretKey(settings.secretKey)) return Object.create(null) as FlaskDict;
  const verified = verifyFlaskSession(cookie, {
    secretKey: settings.secretKey,
    fallbackKeys: settings.fallbackKeys,
    maxAgeSeconds: Math.trunc(settings.permanentSessionLifetimeSeconds),
    maxInflatedBytes: settings.maxInflatedBytes,
    nowMs: settings.now(),
  });
  if (verified.ok) return verified.session;
  if (verified.because === 'bad-payload') throw verified.cause;
  return Object.create(null) as FlaskDict;
}
