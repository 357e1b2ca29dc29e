// What checks expect of responses and browsers. Each failure is one sentence that a learner can read.

import type { ProgramResponse } from '@cookie-lessons/lesson-contract';

import type { Browser } from './browser';
import type { StoredCookie } from './cookie-jar';
import { inWords } from './duration';
import { shown } from './shown';
import { type SetCookie, setCookies } from './set-cookie';

export interface CookieExpectation {
  readonly value?: string;
  /** From Max-Age or Expires, whichever counts. */
  readonly maxAgeSeconds?: { readonly about: number; readonly within: number };
  readonly path?: string;
  readonly domain?: string | null;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: SetCookie['sameSite'] | readonly SetCookie['sameSite'][];
  /** true: ends with the browser; false: has a lifetime of its own. */
  readonly session?: boolean;
}

type StatusExpectation = number | '2xx' | '3xx' | '4xx' | readonly (number | '2xx' | '3xx' | '4xx')[];

interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

export const matchers = {
  toHaveStatus(response: ProgramResponse, expected: StatusExpectation): Result {
    const wanted = Array.isArray(expected) ? (expected as readonly (number | string)[]) : [expected as number | string];
    const pass = wanted.some(
      (one) => one === response.status || (typeof one === 'string' && one.startsWith(String(response.status)[0] ?? ' ')),
    );
    return {
      pass,
      message: () =>
        `The answer should ${pass ? 'not ' : ''}have status ${wanted.join(' or ')}, but it has ${describeStatus(response)}.`,
    };
  },

  toBeRejected(response: ProgramResponse): Result {
    const pass = response.status >= 400 && response.status < 500;
    const why = response.status >= 500 ? 'the program broke instead' : 'it was accepted';
    return {
      pass,
      message: () =>
        (pass
          ? 'The request should not be rejected, but it was'
          : `The request should be rejected with a status of 4xx, but ${why}`) + `: ${describeStatus(response)}.`,
    };
  },

  toShowText(response: ProgramResponse, text: string): Result {
    const pass = plainText(response.text).includes(plainText(text));
    return {
      pass,
      message: () => `The answer should ${pass ? 'not ' : ''}show ${quote(text)}. It says: ${quote(plainText(response.text))}`,
    };
  },

  toSetCookie(response: ProgramResponse, name: string, expected: CookieExpectation = {}, nowMs: number = Date.now()): Result {
    const found = setCookies(response).filter((cookie) => cookie.name === name);
    const findings = found.map((cookie) => unmet(cookie, lifetimeOf(cookie, nowMs), expected));
    const pass = findings.some((finding) => finding === null);
    const problem = findings.length === 0 ? `no Set-Cookie of that name came back${others(response)}` : (findings.at(-1) ?? '');
    return {
      pass,
      message: () =>
        pass
          ? `"${name}" should not be set like that, but it is.`
          : `"${name}" should be set, but ${problem}.`.replace('should be set, but it', 'is set, but it'),
    };
  },

  toDeleteCookie(response: ProgramResponse, name: string, nowMs: number = Date.now()): Result {
    const lifetimes = setCookies(response)
      .filter((cookie) => cookie.name === name)
      .map((cookie) => lifetimeOf(cookie, nowMs));
    const pass = lifetimes.some((lifetime) => lifetime !== null && lifetime <= 0);
    const problem =
      lifetimes.length === 0 ? 'no Set-Cookie of that name came back' : 'the Set-Cookie that came back has no date in the past';
    return {
      pass,
      message: () => (pass ? `"${name}" should not be deleted, but it is.` : `"${name}" should be deleted, but ${problem}.`),
    };
  },

  toHoldCookie(browser: Browser, name: string, expected: CookieExpectation = {}, nowMs: number = Date.now()): Result {
    const cookie = browser.cookie(name);
    const problem =
      cookie === undefined
        ? `it holds ${
            browser
              .cookies()
              .map((held) => `"${shown(held.name)}"`)
              .join(', ') || 'none'
          }`
        : unmet(cookie, storedLifetime(cookie, nowMs), expected);
    const pass = problem === null;
    return {
      pass,
      message: () =>
        pass ? `The browser should not hold "${name}", but it does.` : `The browser should hold "${name}", but ${problem}.`,
    };
  },
};

/** @returns seconds, or null for a cookie that ends with the browser. Max-Age before Expires. */
export function lifetimeOf({ maxAgeSeconds, expiresMs }: SetCookie, nowMs: number): number | null {
  return maxAgeSeconds ?? (expiresMs === null ? null : Math.round((expiresMs - nowMs) / 1000));
}

/** @returns seconds a kept cookie has left, or null for one that ends with the browser. */
export function storedLifetime({ expiresMs }: StoredCookie, nowMs: number): number | null {
  return expiresMs === null ? null : Math.round((expiresMs - nowMs) / 1000);
}

/** The first thing about a cookie that isn't as expected, as the end of a sentence; null when all is. */
function unmet(cookie: SetCookie | StoredCookie, lifetimeSeconds: number | null, expected: CookieExpectation): string | null {
  const { value, maxAgeSeconds, path, domain, httpOnly, secure, sameSite, session } = expected;
  if (value !== undefined && cookie.value !== value) return `its value is ${quote(cookie.value)} instead of ${quote(value)}`;
  if (maxAgeSeconds !== undefined) {
    if (lifetimeSeconds === null) return `it ends with the browser instead of living ${inWords(maxAgeSeconds.about)}`;
    if (Math.abs(lifetimeSeconds - maxAgeSeconds.about) > maxAgeSeconds.within)
      return `its lifetime is ${inWords(lifetimeSeconds)} instead of ${inWords(maxAgeSeconds.about)}`;
  }
  if (session !== undefined && (lifetimeSeconds === null) !== session)
    return session ? `it lives ${inWords(lifetimeSeconds ?? 0)} instead of ending with the browser` : 'it ends with the browser';
  if (path !== undefined && (cookie.path ?? '/') !== path)
    return `its path is ${quote(cookie.path ?? '(none)')} instead of ${quote(path)}`;
  if (domain !== undefined && ('hostOnly' in cookie && cookie.hostOnly ? null : cookie.domain) !== domain)
    return `its Domain is ${quote(cookie.domain ?? '(none)')}`;
  if (httpOnly !== undefined && cookie.httpOnly !== httpOnly) return `it is ${httpOnly ? 'not ' : ''}HttpOnly`;
  if (secure !== undefined && cookie.secure !== secure) return `it is ${secure ? 'not ' : ''}Secure`;
  const sites = sameSite === undefined ? null : Array.isArray(sameSite) ? (sameSite as readonly string[]) : [sameSite as string];
  if (sites !== null && !sites.includes(cookie.sameSite))
    return `its SameSite is ${cookie.sameSite} instead of ${sites.join(' or ')}`;
  return null;
}

function others(response: ProgramResponse): string {
  const names = setCookies(response).map(({ name }) => `"${shown(name)}"`);
  return names.length === 0 ? '' : ` (only ${names.join(', ')})`;
}

function describeStatus(response: ProgramResponse): string {
  const said = plainText(response.text);
  return `${response.status}${said === '' ? '' : ` (${quote(said)})`}`;
}

function quote(text: string): string {
  return `"${shown(text)}"`;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What a person reads: tags gone, entities decoded, white space folded. */
export function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi,
      (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}

declare module 'expect' {
  // The parameters must be those of the interface that is extended.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface Matchers<R extends void | Promise<void>, T = unknown> {
    toHaveStatus(expected: StatusExpectation): R;
    toBeRejected(): R;
    toShowText(text: string): R;
    toSetCookie(name: string, expected?: CookieExpectation, nowMs?: number): R;
    toDeleteCookie(name: string, nowMs?: number): R;
    toHoldCookie(name: string, expected?: CookieExpectation, nowMs?: number): R;
  }
}
