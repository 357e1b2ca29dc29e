// What one browser's jar must look like, as far as a server can know: from the Set-Cookie lines it sent and the Cookie headers it got.

import { readSetCookie, type SameSite } from './read-set-cookie';
import { defaultPath } from './where-it-goes';
import { type NotSent, type SeenRequest, whyNotSent } from './why-not-sent';
import { type Refusal, whyRefused } from './why-refused';

export interface KnownCookie {
  readonly name: string;
  /** As it was sent or set last. */
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  /** Unix milliseconds; null: until the browser closes. */
  readonly expiresMs: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
  readonly setAtMs: number;
  /** False for one that came without ever being set here: a Cookie header tells no attribute. */
  readonly attributesKnown: boolean;
}

export type Fate =
  | { readonly is: 'sent'; readonly changed: boolean }
  | { readonly is: 'not-sent'; readonly why: NotSent }
  /** Every rule lets it go, and it didn't come: deleted, or shadowed, in the browser. */
  | { readonly is: 'gone' }
  /** Set by the answer that is being looked at. */
  | { readonly is: 'new' };

export interface RecordRow {
  readonly cookie: KnownCookie;
  readonly fate: Fate;
}

export interface SetLine {
  readonly line: string;
  readonly refused: Refusal | null;
}

/** Chromium 156: no cookie lives longer than 400 days. @see RFC 6265bis §5.5 */
const maxLifetimeMs = 400 * 24 * 3600 * 1000;

export class CookieRecord {
  #known: KnownCookie[] = [];
  #fates = new Map<KnownCookie, Fate>();

  rows(): readonly RecordRow[] {
    return this.#known.map((cookie) => ({ cookie, fate: this.#fates.get(cookie) ?? { is: 'new' } }));
  }

  names(): readonly string[] {
    return [...new Set(this.#known.filter((cookie) => this.#fates.get(cookie)?.is !== 'gone').map(({ name }) => name))];
  }

  find(name: string): KnownCookie | undefined {
    return this.#known.find((cookie) => cookie.name === name);
  }

  forget(): void {
    this.#known = [];
    this.#fates.clear();
  }

  /** @param header the Cookie header as it came. */
  sawRequest(header: string | undefined, request: SeenRequest, nowMs: number): void {
    const alive = this.#known.filter((cookie) => this.#fates.get(cookie)?.is !== 'gone' && !isOver(cookie, nowMs));
    const sendable = [...alive].sort((a, b) => b.path.length - a.path.length || a.setAtMs - b.setAtMs);
    const fates = new Map<KnownCookie, Fate>();
    const replaced = new Map<KnownCookie, KnownCookie>();
    const strangers: KnownCookie[] = [];
    for (const { name, value } of pairsOf(header)) {
      const same = sendable.filter(
        (cookie) => cookie.name === name && !replaced.has(cookie) && whyNotSent(cookie, request, nowMs) === null,
      );
      const match = same.find((cookie) => cookie.value === value) ?? same[0];
      const seen = match === undefined ? stranger(name, value, { host: request.host, nowMs }) : { ...match, value };
      if (match === undefined) strangers.push(seen);
      else replaced.set(match, seen);
      fates.set(seen, { is: 'sent', changed: match !== undefined && match.value !== value });
    }
    this.#known = [...alive.map((cookie) => replaced.get(cookie) ?? cookie), ...strangers];
    for (const cookie of this.#known) {
      if (fates.has(cookie)) continue;
      const why = whyNotSent(cookie, request, nowMs);
      fates.set(cookie, why === null ? { is: 'gone' } : { is: 'not-sent', why });
    }
    this.#fates = fates;
  }

  /** @param lines every Set-Cookie of the answer to `request`. @returns what the browser does with each. */
  sawAnswer(lines: readonly string[], request: SeenRequest, nowMs: number): readonly SetLine[] {
    return lines.map((line) => {
      const parsed = readSetCookie(line);
      const refused = whyRefused(line, parsed, request);
      if (refused !== null) return { line, refused };
      const { name, value, secure, httpOnly, sameSite, partitioned, maxAgeSeconds, expiresMs } = parsed;
      const lifetimeEndMs = maxAgeSeconds !== null ? nowMs + maxAgeSeconds * 1000 : expiresMs;
      const cookie: KnownCookie = {
        name,
        value,
        domain: parsed.domain ?? request.host,
        hostOnly: parsed.domain === null,
        path: parsed.path ?? defaultPath(request.path),
        expiresMs: lifetimeEndMs === null ? null : Math.min(lifetimeEndMs, nowMs + maxLifetimeMs),
        secure,
        httpOnly,
        sameSite,
        partitioned,
        setAtMs: nowMs,
        attributesKnown: true,
      };
      // A cookie nobody here has set takes the attributes of the first line with its name.
      this.#known = this.#known.filter((other) => !isSame(other, cookie) && (other.attributesKnown || other.name !== name));
      if (!isOver(cookie, nowMs)) this.#known.push(cookie);
      return { line, refused };
    });
  }
}

/** A Cookie header's pairs, in order. */
export function pairsOf(header: string | undefined): readonly { readonly name: string; readonly value: string }[] {
  if (!header) return [];
  return header.split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0
      ? { name: '', value: pair.trim() }
      : { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() };
  });
}

function stranger(name: string, value: string, { host, nowMs }: { host: string; nowMs: number }): KnownCookie {
  return {
    name,
    value,
    domain: host,
    hostOnly: true,
    path: '/',
    expiresMs: null,
    secure: false,
    httpOnly: false,
    sameSite: 'unset',
    partitioned: false,
    setAtMs: nowMs,
    attributesKnown: false,
  };
}

/** Identity is name, domain, host-only flag and path. @see RFC 6265bis §5.7 */
function isSame(a: KnownCookie, b: KnownCookie): boolean {
  return a.name === b.name && a.domain === b.domain && a.hostOnly === b.hostOnly && a.path === b.path;
}

function isOver({ expiresMs }: KnownCookie, nowMs: number): boolean {
  return expiresMs !== null && expiresMs <= nowMs;
}
