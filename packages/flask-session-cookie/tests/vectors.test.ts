// All 95 vectors against the three functions.

import { describe, expect, it } from '@jest/globals';

import { decodeFlaskSession, encodeFlaskSession, verifyFlaskSession } from '../src';
import { dumpVectors, keyBytes, loadVectors, sessionOfVector, toValue } from './flask-vectors';

/** Nothing was stored, so Flask wrote no cookie value; the middleware's tests have them. */
const withoutValue = new Map([
  ['empty-session-no-cookie', 'Flask sent no cookie'],
  ['set-then-popped', 'Flask sent the deletion of the cookie'],
]);
const written = dumpVectors.filter(({ id }) => !withoutValue.has(id));
const compressedIds = written.filter(({ compressed }) => compressed).map(({ id }) => id);

it('has all 95 vectors', () => {
  expect([dumpVectors.length, loadVectors.length]).toEqual([54, 41]);
  expect(dumpVectors.filter(({ cookie_value }) => !cookie_value).map(({ id }) => id)).toEqual([...withoutValue.keys()]);
});

describe('encodeFlaskSession', () => {
  it.each(written)('writes $id as Flask does', (vector) => {
    const session = sessionOfVector(vector);
    const value = encodeFlaskSession(session, { secretKey: keyBytes(vector.key), nowMs: vector.now * 1000 });
    expect(decodeFlaskSession(value)).toMatchObject({
      json: vector.payload_json,
      timestampSeconds: vector.timestamp,
      compressed: vector.compressed,
    });
    if (!vector.compressed) expect(value).toBe(vector.cookie_value);
  });

  it('differs from Flask in no byte but those of zlib', () => {
    expect(compressedIds).toEqual([
      'payload-types',
      'payload-large-compressed',
      'payload-large-random-text',
      'payload-flavors-5',
      'payload-compress-boundary-yes',
      'payload-over-4096',
      'tag-uuid',
      'tag-nested-everything',
    ]);
  });
});

describe('decodeFlaskSession', () => {
  it.each(written)('reads $id without its key', (vector) => {
    const decoded = decodeFlaskSession(vector.cookie_value ?? '');
    expect(decoded).toEqual({
      payload: toValue(vector.session),
      json: vector.payload_json,
      timestampSeconds: vector.timestamp,
      signedAt: new Date(vector.now * 1000),
      compressed: vector.compressed,
      signature: vector.signature_b64,
    });
  });

  it.each(written)('gives $id back in the types that were stored', (vector) => {
    const { payload, json } = decodeFlaskSession(vector.cookie_value ?? '');
    const again = encodeFlaskSession({ payload }, { secretKey: 'any' });
    expect(decodeFlaskSession(again).json).toBe(`{"payload":${json}}`);
  });
});

describe('verifyFlaskSession', () => {
  const words = {
    BadSignature: 'bad-signature',
    BadTimeSignature: 'bad-time-signature',
    SignatureExpired: 'signature-expired',
    BadPayload: 'bad-payload',
  } as const;

  it.each(written)('accepts $id with its key', (vector) => {
    const verified = verifyFlaskSession(vector.cookie_value ?? '', { secretKey: keyBytes(vector.key), nowMs: vector.now * 1000 });
    expect(verified).toMatchObject({ ok: true, session: toValue(vector.session), signedWith: 'secret-key' });
  });

  it.each(loadVectors)(
    'says of $id what Flask says',
    ({ key, fallback_keys, now, max_age, cookie_value, salt, expect: expected }) => {
      const verified = verifyFlaskSession(cookie_value, {
        secretKey: keyBytes(key),
        fallbackKeys: fallback_keys?.map(keyBytes),
        maxAgeSeconds: max_age,
        nowMs: now * 1000 + 999,
        salt,
      });
      if (expected.verdict === 'ok')
        expect(verified).toMatchObject({
          ok: true,
          payload: toValue(expected.session),
          session: toValue(expected.flask_view_saw),
        });
      else expect(verified).toMatchObject({ ok: false, because: words[expected.verdict] });
    },
  );
});
