// Options that are of no use are refused when the app starts, not when the first visitor comes.

import { describe, expect, it } from '@jest/globals';

import { flaskSession } from '../src';

const secretKey = 'a key for tests';

describe('options', () => {
  it.each<[string, object]>([
    ['a misspelt name', { sessionCookieHttponly: false }],
    ['a name of Object.prototype', { toString: () => '' }],
    ['a cookie name with a space', { sessionCookieName: 'my session' }],
    ['a path that ends the attribute', { sessionCookiePath: '/; Secure' }],
    ['a domain with a line break', { sessionCookieDomain: 'a\r\nX: y' }],
    ['an unknown SameSite', { sessionCookieSameSite: 'laxx' }],
    ['a lifetime that is no number', { permanentSessionLifetimeSeconds: '600' }],
    ['a flag that is text', { sessionCookieSecure: 'false' }],
    ['an empty fallback key', { fallbackKeys: [''] }],
    ['a missing fallback key', { fallbackKeys: [undefined] }],
    ['one fallback key outside a list', { fallbackKeys: 'old' }],
    ['a key that is a number', { secretKey: 12345 }],
  ])('refuse %s at once', (_what, wrong) => {
    expect(() => flaskSession({ secretKey, ...wrong })).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  it('never show a value in their error', () => {
    expect(() => flaskSession({ secretKey: 12345 as never })).toThrow(/^(?!.*12345)/);
  });
});
