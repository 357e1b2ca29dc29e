// Opening a cookie's value without a key, and the one sentence about what can be done with it.

import cookieParser from 'cookie-parser';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { encodeFlaskSession } from 'flask-session-cookie';

import { decodeValue, whatYouCanDo } from '../../src/inspector/decode-value';
import { editLine } from '../../src/inspector/edit-cookie';
import type { KnownCookie } from '../../src/inspector/cookie-record';
import { askApp } from '../../src/labs/bench/ask-app';

describe('what can be read of a value', () => {
  it.each([
    ['chocolate%20chip', ['percent-encoding: chocolate chip']],
    ['chocolate', []],
    ['%', []],
    ['12.50', []],
    ['2026', []],
    ['JDEyNS40Nw', ['base64: $125.47']],
    ['eyJhIjoxfQ==', ['base64: {"a":1}']],
    ['j%3A%7B%22a%22%3A1%7D', ['percent-encoding: j:{"a":1}', 'j: and JSON (Express): {"a":1}']],
    [
      's%3Aada.aQbM0HPsroMvUyrmf1aSOQUY8LtaYVZ95q0UqSIVPY0',
      ['percent-encoding: s:ada.aQbM0HPsroMvUyrmf1aSOQUY8LtaYVZ95q0UqSIVPY0', 's: and a signature (cookie-parser): ada'],
    ],
    [
      'eyJ0b3RhbCI6IjEyNS40NyJ9.ZVPxAA.OD9baX7dM5uy_qzuZWLaABlBCQY',
      ['payload: base64url: {"total":"125.47"}', 'time of the signature: 2023-11-14T22:13:20.000Z'],
    ],
  ])('%s', (value, layers) => {
    expect(decodeValue(value).map(({ how, text }) => `${how}: ${text}`)).toEqual(layers);
  });

  it('inflates a session of Flask', () => {
    const [payload] = decodeValue(encodeFlaskSession({ wishes: Array.from({ length: 50 }, () => 'tin') }, { secretKey: 'dev' }));
    expect(payload?.how).toBe('payload: base64url, inflated');
    expect(payload?.text).toContain('["tin","tin"');
  });

  it('opens what Express itself has written', async () => {
    const app = express().use(cookieParser('jar key'));
    app.get('/', (_req, res) => void res.cookie('cart', { tin: 2 }).cookie('user', 'Ada', { signed: true }).end());
    const { setCookie } = await askApp(app, { method: 'GET', path: '/', cookie: '' });
    const [cart, user] = setCookie.map((line) => decodeValue(/=([^;]*)/.exec(line)?.[1] ?? '').at(-1)?.text);
    expect([cart, user]).toEqual(['{"tin":2}', 'Ada']);
  });
});

describe('what you can do', () => {
  const signed = decodeValue('s%3Aada.aQbM0HPsroMvUyrmf1aSOQUY8LtaYVZ95q0UqSIVPY0');
  it('says "unnoticed" only where a signature was verified', () => {
    expect(whatYouCanDo('signed', signed)).toBe('You can read this; you cannot change it unnoticed.');
    for (const standing of ['forged', 'id', 'unknown'] as const)
      expect(whatYouCanDo(standing, signed)).not.toContain('unnoticed');
    expect(whatYouCanDo('unknown', decodeValue('plain'))).toBe('You can read this, and change it.');
  });
});

describe('an edit', () => {
  const cookie: KnownCookie = {
    name: 'sid',
    value: 'a',
    domain: 'shop.localhost',
    hostOnly: false,
    path: '/account',
    expiresMs: Date.UTC(2027, 0, 1),
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    partitioned: false,
    setAtMs: 0,
    attributesKnown: true,
  };
  it('keeps everything but the value', () => {
    expect(editLine({ cookie, value: 'b' })).toBe(
      'sid=b; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Domain=shop.localhost; Path=/account; HttpOnly; Secure; SameSite=Lax',
    );
    expect(editLine({ cookie: { ...cookie, hostOnly: true, expiresMs: null }, value: null })).toBe(
      'sid=; Max-Age=0; Path=/account; HttpOnly; Secure; SameSite=Lax',
    );
  });
  it.each(['a b', 'a;Path=/', 'a\r\nSet-Cookie: x=y', 'é'])('refuses %j', (value) =>
    expect(editLine({ cookie, value })).toBeNull(),
  );
});
