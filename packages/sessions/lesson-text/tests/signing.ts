// What the page says of signing.

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deflateSync } from 'node:zlib';

import { describe, expect } from '@jest/globals';

import { extendSha256 } from './extend-sha256';
import { snippet, claim } from './the-text';

export function proveSigning(): void {
  describe('signing', () => {
    claim('signing', 'give the same 43 characters, always', () => {
      const tag = snippet('tag').tag as (text: string, key: string) => string;
      expect(tag('125.47', 'key')).toBe(tag('125.47', 'key'));
      expect(tag('125.47', 'key')).toHaveLength(43);
      expect(new Set([tag('125.47', 'key'), tag('125.46', 'key'), tag('125.47', 'kez')]).size).toBe(3);
    });
    claim('signing', "`glued('ab', 'c', key)` and `glued('a', 'bc', key)` are the same signature", () => {
      const glued = snippet('glued').glued as (...parts: string[]) => string;
      const apart = snippet('apart').apart as (...parts: string[]) => string;
      expect(glued('ab', 'c', 'key')).toBe(glued('a', 'bc', 'key'));
      expect(apart('ab', 'c', 'key')).not.toBe(apart('a', 'bc', 'key'));
    });
    claim('signing', ['it **throws** for texts of different length', 'the empty signature is a prefix'], () => {
      const sameText = snippet('compare').sameText as (a: string, b: string) => boolean;
      expect([sameText('abc', 'abc'), sameText('abc', 'abd'), sameText('abc', ''), sameText('é', 'e')]).toEqual([
        true,
        false,
        false,
        false,
      ]);
      expect(() => timingSafeEqual(Buffer.from('abc'), Buffer.from('ab'))).toThrow('same byte length');
      expect('abc'.startsWith('')).toBe(true);
    });
    claim('signing', 'four different last characters all pass', () => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const text = createHmac('sha256', 'key').update('value').digest('base64url');
      const equal = [...alphabet].filter((last) => sameBytes(text.slice(0, -1) + last, text));
      expect(equal).toHaveLength(4);
      const first = [...alphabet].filter((letter) => sameBytes(letter + text.slice(1), text));
      expect(first).toHaveLength(1);
    });
    claim('signing', 'turn 4 kilobytes into 3 megabytes', () => {
      expect(deflateSync(Buffer.alloc(3_000_000, 'a'), { level: 9 }).toString('base64url').length).toBeLessThan(4_096);
      const parsed = JSON.parse('{"__proto__":{"admin":true}}') as object;
      expect(Object.hasOwn(parsed, '__proto__')).toBe(true);
      expect((Object.assign({}, parsed) as { admin?: boolean }).admin).toBe(true);
    });
    claim('signing', ['The test of this page does it, in some fifty lines', '**without the key**'], () => {
      const key = randomBytes(16).toString('hex');
      const known = createHash('sha256').update(`${key}user=ada`).digest();
      const { suffix, hash } = extendSha256(known, { knownBytes: key.length + 'user=ada'.length, more: '&admin=true' });
      const forged = Buffer.concat([Buffer.from('user=ada'), suffix]);
      expect(createHash('sha256').update(key).update(forged).digest('hex')).toBe(hash.toString('hex'));
      expect(forged.toString('latin1')).toMatch(/^user=ada.*&admin=true$/s);
      const hmac = createHmac('sha256', key).update('user=ada').digest();
      expect(createHmac('sha256', key).update(forged).digest('hex')).not.toBe(
        extendSha256(hmac, { knownBytes: key.length + 'user=ada'.length, more: '&admin=true' }).hash.toString('hex'),
      );
    });
  });
}

function sameBytes(a: string, b: string): boolean {
  return Buffer.from(a, 'base64url').equals(Buffer.from(b, 'base64url'));
}
