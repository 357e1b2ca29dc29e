// All 95 vectors once more, as headers: what goes into and comes out of the middleware.

import { describe, expect, it } from '@jest/globals';

import { decodeFlaskSession } from '../src';
import { dumpVectors, keyBytes, loadVectors, optionsOf, sessionOfVector, toValue } from './flask-vectors';
import { oneExchange } from './one-exchange';

describe('flaskSession as a writer', () => {
  it.each(dumpVectors)('answers $id with the headers of Flask', (vector) => {
    const options = {
      ...optionsOf(vector.config),
      secretKey: keyBytes(vector.key),
      now: () => vector.now * 1000,
      warn: () => {},
    };
    const { setCookie, vary, error } = oneExchange(options, {
      view: (session) => {
        if (vector.id === 'empty-session-no-cookie') return;
        Object.assign(session(), sessionOfVector(vector));
        if (vector.id !== 'set-then-popped') return;
        session().a = 1;
        delete session().a;
      },
    });
    expect({ setCookie: setCookie.map(inflated), vary, error }).toEqual({
      setCookie: vector.set_cookie.map(inflated),
      vary: vector.vary,
      error: undefined,
    });
  });
});

describe('flaskSession as a reader', () => {
  // The recording left the salt to itsdangerous alone: a Flask app always uses its own.
  const throughFlask = loadVectors.filter(({ expect: { http_status } }) => http_status !== undefined);

  it('knows of one vector that no Flask app was asked about', () => {
    expect(loadVectors.filter((vector) => !throughFlask.includes(vector)).map(({ id }) => id)).toEqual(['verify-other-salt']);
  });

  it.each(throughFlask)('shows a handler of $id what Flask shows its view', (vector) => {
    let saw: unknown;
    const { error, setCookie } = oneExchange(
      {
        secretKey: keyBytes(vector.key),
        fallbackKeys: vector.fallback_keys?.map(keyBytes),
        permanentSessionLifetimeSeconds: vector.max_age,
        now: () => vector.now * 1000,
      },
      { cookie: `session=${vector.cookie_value}`, view: (session) => (saw = { ...session() }) },
    );
    expect({ failed: error !== undefined, setCookie }).toEqual({
      failed: vector.expect.http_status === 500,
      setCookie: vector.expect.response_set_cookie,
    });
    expect(saw).toEqual(vector.expect.flask_view_saw === undefined ? undefined : toValue(vector.expect.flask_view_saw));
  });
});

/** A compressed value is replaced by what it stands for: zlib may choose other bytes, and the signature follows them. */
function inflated(line: string): string {
  return line.replace(/=(\.[^;]+)/, (_, value: string) => {
    const { json, timestampSeconds } = decodeFlaskSession(value);
    return `=<${json} at ${timestampSeconds}>`;
  });
}
