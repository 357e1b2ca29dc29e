// When a response gets a Set-Cookie for the session, and which one.

import type { ServerResponse } from 'node:http';

import { encodeFlaskSession } from './encode-flask-session';
import type { SessionSettings } from './flask-session-options';
import type { OpenSession } from './open-session';
import { isSecretKey } from './secret-key';
import { deletionText, setCookieText } from './set-cookie-text';
import { varyOnCookie } from './vary-on-cookie';

/** Browsers drop a cookie above 4096 bytes; werkzeug warns above this. */
const maxSetCookieBytes = 4093;

/**
 * Adds to the response what the session needs: nothing if it was not touched, a deletion if it was emptied, a new cookie if it
 * was changed, or is permanent and to be refreshed.
 * @throws {FlaskSessionError} code 'not-storable' if something was put inside a value that a session can't hold.
 * @see Flask `SecureCookieSessionInterface.save_session`
 */
export function saveSession(session: OpenSession, response: ServerResponse, settings: SessionSettings): void {
  const { state, values } = session;
  session.sent = true;
  if (!isSecretKey(settings.secretKey)) return;
  if (state.accessed) varyOnCookie(response);
  const empty = Object.values(values).every((value) => value === undefined);
  const refresh = Boolean(values._permanent) && settings.sessionRefreshEachRequest;
  if (!state.modified && (empty || !refresh)) return;
  const line = empty ? deletionText(attributes(settings)) : setCookieText(cookieToSet(session, settings));
  if (line.length > maxSetCookieBytes)
    settings.warn(`The session cookie is too large: ${line.length} bytes. Browsers silently drop what is larger than 4096.`);
  response.appendHeader('Set-Cookie', line);
  varyOnCookie(response);
}

function cookieToSet({ values }: OpenSession, settings: SessionSettings): Parameters<typeof setCookieText>[0] {
  const nowMs = settings.now();
  const expires = values._permanent ? new Date(nowMs + settings.permanentSessionLifetimeSeconds * 1000) : null;
  return { ...attributes(settings), value: encodeFlaskSession(values, { secretKey: settings.secretKey, nowMs }), expires };
}

function attributes(settings: SessionSettings): Parameters<typeof deletionText>[0] {
  return {
    name: settings.sessionCookieName,
    domain: settings.sessionCookieDomain,
    secure: settings.sessionCookieSecure,
    httpOnly: settings.sessionCookieHttpOnly,
    path: settings.sessionCookiePath,
    sameSite: settings.sessionCookieSameSite,
    partitioned: settings.sessionCookiePartitioned,
  };
}
