// The inspector's rules against what Chromium 156 was measured to do: every row that is about keeping or sending one cookie.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CookieRecord } from '../../src/inspector/cookie-record';
import type { SeenRequest } from '../../src/inspector/why-not-sent';

interface Measured {
  readonly n: string;
  readonly v: string | readonly string[];
}

const nowMs = Date.UTC(2026, 7, 1);

function measured(file: string): readonly Measured[] {
  const path = join(__dirname, '..', '..', '..', 'check-kit', 'tests', 'vectors', file);
  return (JSON.parse(readFileSync(path, 'utf8')) as { rows: readonly Measured[] }).rows;
}

function typed(address: string): SeenRequest {
  const { protocol, hostname, pathname } = new URL(address);
  return {
    protocol,
    host: hostname,
    path: pathname,
    method: 'GET',
    fetchSite: 'none',
    fetchMode: 'navigate',
    fetchDest: 'document',
  };
}

/** What the record believes is sent to `to`, after `lines` came from `from`. */
function sentTo(lines: readonly string[], from: string, to: Partial<SeenRequest> = {}, laterMs = 1000): string {
  const record = new CookieRecord();
  record.sawAnswer(lines, typed(from), nowMs);
  record.sawRequest(undefined, { ...typed(from), ...to }, nowMs + laterMs);
  // No cookie came at all: those that no rule holds back are the ones that should have.
  const sent = record.rows().filter(({ fate }) => fate.is === 'gone');
  return sent.map(({ cookie: { name, value } }) => (name === '' ? value : `${name}=${value}`)).join('; ') || '(none)';
}

describe('which cookies a browser keeps', () => {
  const byAddress = measured('chrome-cookies.json').filter(({ n }) => /^https?:\/\/[^ ]+: /.test(n));
  it.each(byAddress.map(({ n, v }) => [n, v]))('%s', (name, kept) => {
    const [, address = '', line = ''] = /^(https?:\/\/[^ ]+): (.*)$/.exec(String(name)) ?? [];
    expect(sentTo([line], address)).toBe(kept);
  });

  const lines: Readonly<Record<string, readonly [string, code: string | null]>> = {
    'SameSite=None without Secure (https)': ['a=b; SameSite=None', 'SameSiteNoneInsecure'],
    '__Host- without Path': ['__Host-a=b; Secure', 'InvalidPrefix'],
    '__Host- with Domain': ['__Host-a=b; Secure; Path=/; Domain=example.test', 'InvalidPrefix'],
    '__host- lower case, no Secure': ['__host-a=b; Path=/', 'InvalidPrefix'],
    '__Secure- without Secure': ['__Secure-a=b', 'InvalidPrefix'],
    '__Http-a=b; Secure (no HttpOnly)': ['__Http-a=b; Secure', 'InvalidPrefix'],
    '__Http-a=b; Secure; HttpOnly': ['__Http-a=b; Secure; HttpOnly', null],
    '__Host-Http-a=b; Secure; Path=/ (no HttpOnly)': ['__Host-Http-a=b; Secure; Path=/', 'InvalidPrefix'],
    '__Host-Http-a=b; Secure; HttpOnly; Path=/': ['__Host-Http-a=b; Secure; HttpOnly; Path=/', null],
    'nameless: =__Host-a=b': ['=__Host-a=b', 'InvalidPrefix'],
    'nameless: justvalue': ['justvalue', null],
    'nameless: =v': ['=v', null],
    'Max-Age=0 deletes': ['a=b; Max-Age=0', null],
    'both Expires past and Max-Age 60': ['a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60', null],
    'Domain=test (public suffix-like)': ['a=b; Domain=test', 'InvalidDomain'],
    'Domain=other.example.test': ['a=b; Domain=other.example.test', 'InvalidDomain'],
    'Domain=.example.test': ['a=b; Domain=.example.test', null],
    'quotes kept: a="b c"': ['a="b c"', null],
    'percent kept: a=%41': ['a=%41', null],
    'comma/space kept: a=b, c': ['a=b, c', null],
    'Partitioned without Secure': ['a=b; Partitioned', 'SyntaxError'],
    'Partitioned; Secure; SameSite=None': ['a=b; Partitioned; Secure; SameSite=None', null],
  };
  it.each(Object.entries(lines))('%s', (name, [line, code]) => {
    const row = measured('chrome-cookies.json').find(({ n }) => n === name);
    expect(row).toBeDefined();
    expect(sentTo([line], 'https://shop.example.test/')).toBe(row?.v);
    const [told] = new CookieRecord().sawAnswer([line], typed('https://shop.example.test/'), nowMs);
    expect(told?.refused?.code ?? null).toBe(code);
  });

  it.each([
    [4096, null],
    [4097, 'NameValuePairExceedsMaxSize'],
  ])('name and value of %d bytes: %s', (bytes, code) => {
    const line = `a=${'x'.repeat(bytes - 1)}`;
    expect(new CookieRecord().sawAnswer([line], typed('https://shop.example.test/'), nowMs)[0]?.refused?.code ?? null).toBe(code);
  });

  it('keeps none for longer than 400 days, and takes the path of the page where none is given', () => {
    const record = new CookieRecord();
    record.sawAnswer([`a=b; Max-Age=43200000; Path=/${'x'.repeat(1100)}`], typed('https://shop.example.test/a/b/c'), nowMs);
    const [row] = record.rows();
    expect((Number(row?.cookie.expiresMs) - nowMs) / 86_400_000).toBe(400);
    expect(row?.cookie.path).toBe('/a/b');
  });

  it('refuses Domain=localhost, and takes Domain=shop.localhost from below it', () => {
    expect(sentTo(['a=b; Domain=localhost'], 'http://shop.localhost/')).toBe('(none)');
    expect(sentTo(['a=b; Domain=shop.localhost'], 'http://blog.shop.localhost/', { host: 'shop.localhost' })).toBe('a=b');
  });
});

describe('which cookies a request carries', () => {
  it.each([
    ['/foobar', 'NotOnPath'],
    ['/foo/bar', null],
    ['/foo', null],
    ['/FOO', 'NotOnPath'],
  ])('Path=/foo to %s: %s', (path, code) => {
    const record = new CookieRecord();
    record.sawAnswer(['a=b; Path=/foo'], typed('https://shop.example.test/'), nowMs);
    record.sawRequest(undefined, typed(`https://shop.example.test${path}`), nowMs);
    const fate = record.rows()[0]?.fate;
    expect(fate?.is === 'not-sent' ? fate.why.code : null).toBe(code);
  });

  const ways: Readonly<Record<string, Partial<SeenRequest>>> = {
    'link-get': { method: 'GET', fetchMode: 'navigate', fetchDest: 'document' },
    'form-post': { method: 'POST', fetchMode: 'navigate', fetchDest: 'document' },
    'form-get': { method: 'GET', fetchMode: 'navigate', fetchDest: 'document' },
    img: { method: 'GET', fetchMode: 'no-cors', fetchDest: 'image' },
    iframe: { method: 'GET', fetchMode: 'navigate', fetchDest: 'iframe' },
    fetch: { method: 'GET', fetchMode: 'no-cors', fetchDest: 'empty' },
    typed: { method: 'GET', fetchMode: 'navigate', fetchDest: 'document' },
  };
  const four = ['u=1; Path=/', 'l=1; Path=/; SameSite=Lax', 's=1; Path=/; SameSite=Strict', 'n=1; Path=/; SameSite=None; Secure'];
  // In this file third-party cookies are blocked, as Chromium does by default.
  const rows = measured('chrome-cookies.json')
    .filter(({ n }) => n.startsWith('SameSite '))
    .flatMap(({ n, v }) => (typeof v === 'string' ? [] : v.map((row) => [n, row] as const)))
    .filter(([, row]) => ways[row.split('[')[0] ?? ''] !== undefined);
  it.each(rows)('%s: %s', (name, row) => {
    const [, way = '', site = '', kept = ''] = /^([a-z-]+)\[([a-z-]+)\]: (.*)$/.exec(row) ?? [];
    const laterMs = name.includes('older than 2 min') ? 130_000 : 1000;
    const sent = sentTo(four, 'https://shop.example.test/', { ...ways[way], fetchSite: site }, laterMs);
    expect(sent.replace('(none)', '-')).toBe(kept);
  });
  it('has the rows it was written for', () => expect(rows.length).toBeGreaterThan(40));
});
