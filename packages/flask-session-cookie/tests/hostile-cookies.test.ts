// Cookies that nobody signed, opened without a key, and signed ones that are no session.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

import { decodeFlaskSession, verifyFlaskSession } from '../src';
import { sign } from '../src/signature';
import { writeTimestamp } from '../src/timestamp';
import { oneExchange } from './one-exchange';

const nowMs = 1_700_000_000_000;
const base64 = (bytes: string | Buffer): string => Buffer.from(bytes).toString('base64url');
const cookie = (payload: string, timestamp = writeTimestamp(nowMs)): string => {
  const text = `${payload}.${timestamp}`;
  return `${text}.${sign(text, { secretKey: 'k', salt: 'cookie-session' })}`;
};
const bomb = (bytes: number): string => `.${base64(deflateSync(`{"a":"${'a'.repeat(bytes - 8)}"}`))}`;

describe('a zlib bomb', () => {
  it('is not inflated beyond 256 KiB, whoever signed it', () => {
    expect(bomb(4_000_000).length).toBeLessThan(6000);
    expect(() => decodeFlaskSession(cookie(bomb(4_000_000)))).toThrow(expect.objectContaining({ code: 'bad-payload' }));
    expect(verifyFlaskSession(cookie(bomb(262_145)), { secretKey: 'k', nowMs })).toMatchObject({ because: 'bad-payload' });
    expect(verifyFlaskSession(cookie(bomb(262_144)), { secretKey: 'k', nowMs }).ok).toBe(true);
  });

  it('has the limit one asks for', () => {
    expect(() => decodeFlaskSession(cookie(bomb(100)), { maxInflatedBytes: 99 })).toThrow(
      expect.objectContaining({ code: 'bad-payload' }),
    );
    expect(decodeFlaskSession(cookie(bomb(100)), { maxInflatedBytes: 100 }).json).toHaveLength(100);
    const request = { cookie: `session=${cookie(bomb(100))}` };
    const options = { secretKey: 'k', now: () => nowMs };
    expect(oneExchange({ ...options, maxInflatedBytes: 99 }, request).error).toMatchObject({ code: 'bad-payload' });
    expect(oneExchange({ ...options, maxInflatedBytes: 100 }, request).error).toBeUndefined();
  });
});

describe('decodeFlaskSession', () => {
  it.each([
    ['no dot', 'abc', 'not-a-session-cookie'],
    ['one dot', 'abc.def', 'not-a-session-cookie'],
    ['a time of nine bytes', cookie(base64('{}'), base64(Buffer.alloc(9, 1))), 'not-a-session-cookie'],
    ['a time that is no base64', 'e30.A.AAAA', 'not-a-session-cookie'],
    ['a payload that is no base64', 'A.ZVPxAA.AAAA', 'bad-payload'],
    ['a payload that is no zlib data', '.e30.ZVPxAA.AAAA', 'bad-payload'],
    ['an empty compressed payload', '..ZVPxAA.AAAA', 'bad-payload'],
    ['a payload that is not UTF-8', `${base64(Buffer.from([0x22, 0xff, 0x22]))}.ZVPxAA.AAAA`, 'bad-payload'],
    ['an empty payload', '.ZVPxAA.AAAA', 'bad-payload'],
  ])('refuses %s', (_what, value, code) => {
    expect(() => decodeFlaskSession(value)).toThrow(expect.objectContaining({ code }));
  });

  it('says nothing about truth: a signature of nonsense is no obstacle', () => {
    expect({ ...(decodeFlaskSession('eyJhZG1pbiI6dHJ1ZX0.ZVPxAA.nonsense').payload as object) }).toEqual({ admin: true });
  });
});

describe('a signed payload that is no dict', () => {
  it.each<[string, object | undefined]>([
    ['null', {}],
    ['[]', {}],
    ['0', {}],
    ['""', {}],
    ['{" b":""}', {}],
    ['[["a",1],["b",2]]', { a: 1, b: 2 }],
    ['{" t":[{" t":["a",1]}]}', { a: 1 }],
    ['5', undefined],
    ['"text"', undefined],
    ['[1]', undefined],
    ['[["a",1,2]]', undefined],
    ['[[1,"a"]]', undefined],
    ['{" u":"12345678123456781234567812345678"}', undefined],
  ])('%s makes the session that Python makes of it', (json, session) => {
    const verified = verifyFlaskSession(cookie(base64(json)), { secretKey: 'k', nowMs });
    if (session === undefined) expect(verified).toMatchObject({ ok: false, because: 'bad-payload' });
    else expect(verified).toMatchObject({ ok: true, session });
  });
});

it.each([
  ['a byte more', (mac: Buffer) => Buffer.concat([mac, Buffer.alloc(1)])],
  ['a byte less', (mac: Buffer) => mac.subarray(0, -1)],
  ['no byte', () => Buffer.alloc(0)],
])('a genuine signature with %s is a wrong one', (_what, change) => {
  const [payload, timestamp, signature = ''] = cookie(base64('{}')).split('.');
  const value = `${payload}.${timestamp}.${base64(change(Buffer.from(signature, 'base64url')))}`;
  expect(verifyFlaskSession(value, { secretKey: 'k', nowMs })).toEqual({ ok: false, because: 'bad-time-signature' });
});

it('a token of another serializer, well signed but without a time, is a bad time signature', () => {
  const value = `e30.${sign('e30', { secretKey: 'k', salt: 'cookie-session' })}`;
  expect(verifyFlaskSession(value, { secretKey: 'k', nowMs })).toEqual({ ok: false, because: 'bad-time-signature' });
});

it('a time before 1970 can’t be written, and 1970 itself is no bytes at all', () => {
  expect(writeTimestamp(0)).toBe('');
  expect(() => writeTimestamp(-1)).toThrow('out of range');
});
