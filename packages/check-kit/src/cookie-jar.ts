// The jar: RFC 6265bis §5.7 (keep) and §5.8 (send), with what Chromium 156 was measured to do. Time is handed in.

import { domainMatches, defaultPath, pathMatches } from './matching';
import { parseSetCookie, type SetCookie } from './set-cookie';
import { isIpAddress, isPublicSuffix, isTrustworthy, siteOf } from './site';

export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** Host without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  /** Unix milliseconds, or null for a cookie that ends with the browser. */
  readonly expiresMs: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unset';
  readonly partitioned: boolean;
  readonly createdMs: number;
}

/** Why a browser drops a whole Set-Cookie line. */
export type Refusal =
  | 'malformed'
  | 'domain-is-not-ours'
  | 'domain-is-a-public-suffix'
  | 'secure-over-plain-http'
  | 'none-without-secure'
  | 'partitioned-without-secure'
  | 'prefix-not-honoured'
  | 'would-overlay-a-secure-cookie'
  | 'httponly-from-a-script'
  | 'cross-site';

export type Verdict = { readonly stored: true; readonly deleted: boolean } | { readonly stored: false; readonly reason: Refusal };

/** How a request came about. `from` is the address of the page that caused it. */
export type Initiator =
  { readonly kind: 'typed' } | { readonly kind: 'link' | 'form' | 'image' | 'iframe' | 'fetch'; readonly from: string };

export interface CookieRequest {
  readonly url: URL;
  readonly method: string;
  readonly initiator: Initiator;
}

/** Chromium 156: no cookie lives longer. @see RFC 6265bis §5.5 */
const maxLifetimeMs = 400 * 24 * 3600 * 1000;
/** Chromium 156: beyond so many a host, old ones go until 150 + 30 are left; measured: 300 set, 176 left in one run. */
const maxPerHost = 180;
/** "Lax-allowing-unsafe": a cookie without SameSite also goes with a cross-site POST while it is this young (Chromium). */
const unsafeLaxMs = 2 * 60 * 1000;

export class CookieJar {
  #cookies: StoredCookie[] = [];
  #order = 0;
  readonly #created = new WeakMap<StoredCookie, number>();

  /** @param blockThirdParty whether cross-site images, frames and fetches carry no cookies at all, as in Chromium's default. */
  constructor(private readonly options: { readonly blockThirdParty: boolean } = { blockThirdParty: false }) {}

  /** A Set-Cookie line of a response to `url`. Status doesn't matter: a 404 sets cookies too. */
  setFromResponse(line: string, url: URL, nowMs: number, initiator: Initiator = { kind: 'typed' }): Verdict {
    const parsed = parseSetCookie(line);
    if (parsed === null) return { stored: false, reason: 'malformed' };
    if (isThirdParty({ url, method: 'GET', initiator }) && (parsed.sameSite !== 'none' || this.options.blockThirdParty))
      return { stored: false, reason: 'cross-site' };
    return this.#set(parsed, url, nowMs);
  }

  /** A script of the page `url` assigns document.cookie. */
  setFromScript(line: string, url: URL, nowMs: number): Verdict {
    const parsed = parseSetCookie(line);
    if (parsed === null) return { stored: false, reason: 'malformed' };
    if (parsed.httpOnly) return { stored: false, reason: 'httponly-from-a-script' };
    const existing = this.#find(toStored(parsed, url, nowMs));
    if (existing?.httpOnly) return { stored: false, reason: 'httponly-from-a-script' };
    return this.#set(parsed, url, nowMs);
  }

  /** @returns the cookies the request carries, in the order of RFC 6265bis §5.8.3: longer path first, then older first. */
  cookiesFor(request: CookieRequest, nowMs: number): readonly StoredCookie[] {
    this.#expire(nowMs);
    return this.#cookies
      .filter((cookie) => this.#goesWith(cookie, request, nowMs))
      .sort((a, b) => b.path.length - a.path.length || this.#age(a) - this.#age(b));
  }

  /** What a script on the page `url` reads. */
  cookiesForScript(url: URL, nowMs: number): readonly StoredCookie[] {
    return this.cookiesFor({ url, method: 'GET', initiator: { kind: 'typed' } }, nowMs).filter((cookie) => !cookie.httpOnly);
  }

  all(nowMs: number): readonly StoredCookie[] {
    this.#expire(nowMs);
    return [...this.#cookies];
  }

  /** Puts a cookie in as the browser's own tools do: no rule of sites or scripts applies. */
  put(cookie: StoredCookie): void {
    this.#replace(cookie);
  }

  remove(matching: (cookie: StoredCookie) => boolean): void {
    this.#cookies = this.#cookies.filter((cookie) => !matching(cookie));
  }

  /** The browser quits: what has no lifetime is gone. */
  endBrowserSession(): void {
    this.remove((cookie) => cookie.expiresMs === null);
  }

  #set(parsed: SetCookie, url: URL, nowMs: number): Verdict {
    const reason = refusal(parsed, url) ?? this.#overlay(parsed, url, nowMs);
    if (reason !== null) return { stored: false, reason };
    const cookie = toStored(parsed, url, nowMs);
    if (cookie.expiresMs !== null && cookie.expiresMs <= nowMs) {
      const existing = this.#find(cookie);
      this.remove((other) => other === existing);
      return { stored: true, deleted: true };
    }
    this.#replace(cookie);
    this.#evict(cookie.domain);
    return { stored: true, deleted: false };
  }

  /** Plain http may not put a cookie in the place of a Secure one that would be sent to the same page. @see RFC 6265bis §5.7 */
  #overlay(parsed: SetCookie, url: URL, nowMs: number): Refusal | null {
    if (isTrustworthy(url) || parsed.secure) return null;
    const next = toStored(parsed, url, nowMs);
    const overlaid = this.#cookies.some(
      (old) =>
        old.secure &&
        old.name === next.name &&
        (domainMatches(old.domain, next.domain) || domainMatches(next.domain, old.domain)) &&
        pathMatches(next.path, old.path),
    );
    return overlaid ? 'would-overlay-a-secure-cookie' : null;
  }

  /** Identity is name, domain, host-only flag and path; what replaces a cookie keeps its age. @see RFC 6265bis §5.7 */
  #replace(cookie: StoredCookie): void {
    const existing = this.#find(cookie);
    const kept = existing ? { ...cookie, createdMs: existing.createdMs } : cookie;
    this.#created.set(kept, existing ? this.#age(existing) : this.#order++);
    this.#cookies = [...this.#cookies.filter((other) => other !== existing), kept];
  }

  #find(cookie: StoredCookie): StoredCookie | undefined {
    return this.#cookies.find(
      (other) =>
        other.name === cookie.name &&
        other.domain === cookie.domain &&
        other.hostOnly === cookie.hostOnly &&
        other.path === cookie.path,
    );
  }

  #age(cookie: StoredCookie): number {
    return this.#created.get(cookie) ?? 0;
  }

  #expire(nowMs: number): void {
    this.remove((cookie) => cookie.expiresMs !== null && cookie.expiresMs <= nowMs);
  }

  /** Cookies that are not Secure go first, the oldest among them first. */
  #evict(domain: string): void {
    const ofHost = this.#cookies.filter((cookie) => cookie.domain === domain);
    const tooMany = ofHost.length - maxPerHost;
    if (tooMany <= 0) return;
    const order = [...ofHost].sort((a, b) => Number(a.secure) - Number(b.secure) || this.#age(a) - this.#age(b));
    const evicted = new Set(order.slice(0, tooMany));
    this.remove((cookie) => evicted.has(cookie));
  }

  #goesWith(cookie: StoredCookie, request: CookieRequest, nowMs: number): boolean {
    const { url } = request;
    if (cookie.hostOnly ? url.hostname !== cookie.domain : !domainMatches(url.hostname, cookie.domain)) return false;
    if (!pathMatches(url.pathname, cookie.path)) return false;
    if (cookie.secure && !isTrustworthy(url)) return false;
    return this.#siteAllows(cookie, request, nowMs);
  }

  /** @see RFC 6265bis §5.8.3 step 1 and §5.2; the rows of tests/vectors/chrome-3p.json */
  #siteAllows(cookie: StoredCookie, request: CookieRequest, nowMs: number): boolean {
    if (!isCrossSite(request)) return true;
    const isTopLevel = request.initiator.kind === 'link' || request.initiator.kind === 'form';
    const isSafe = request.method === 'GET' || request.method === 'HEAD';
    switch (cookie.sameSite) {
      case 'none':
        return isTopLevel || !this.options.blockThirdParty;
      case 'strict':
        return false;
      case 'lax':
        return isTopLevel && isSafe;
      case 'unset':
        return isTopLevel && (isSafe || nowMs - cookie.createdMs < unsafeLaxMs);
    }
  }
}

function isCrossSite({ url, initiator }: CookieRequest): boolean {
  return initiator.kind !== 'typed' && siteOf(new URL(initiator.from)) !== siteOf(url);
}

function isThirdParty(request: CookieRequest): boolean {
  return isCrossSite(request) && request.initiator.kind !== 'link' && request.initiator.kind !== 'form';
}

function toStored(parsed: SetCookie, url: URL, nowMs: number): StoredCookie {
  const { name, value, secure, httpOnly, sameSite, partitioned } = parsed;
  const hostOnly =
    parsed.domain === null || (parsed.domain === url.hostname && (isIpAddress(url.hostname) || isPublicSuffix(url.hostname)));
  const domain = parsed.domain === null ? url.hostname : parsed.domain;
  return {
    name,
    value,
    domain,
    hostOnly,
    path: parsed.path ?? defaultPath(url.pathname),
    expiresMs: expiry(parsed, nowMs),
    secure,
    httpOnly,
    sameSite,
    partitioned,
    createdMs: nowMs,
  };
}

/** Max-Age before Expires; nothing beyond 400 days. */
function expiry({ maxAgeSeconds, expiresMs }: SetCookie, nowMs: number): number | null {
  const wished = maxAgeSeconds !== null ? (maxAgeSeconds <= 0 ? -Infinity : nowMs + maxAgeSeconds * 1000) : expiresMs;
  return wished === null ? null : Math.min(wished, nowMs + maxLifetimeMs);
}

/** What the line and the address alone decide. */
function refusal(parsed: SetCookie, url: URL): Refusal | null {
  if (parsed.domain !== null) {
    if (!domainMatches(url.hostname, parsed.domain)) return 'domain-is-not-ours';
    if (isPublicSuffix(parsed.domain) && parsed.domain !== url.hostname) return 'domain-is-a-public-suffix';
  }
  if (parsed.secure && !isTrustworthy(url)) return 'secure-over-plain-http';
  if (parsed.sameSite === 'none' && !parsed.secure) return 'none-without-secure';
  if (parsed.partitioned && !parsed.secure) return 'partitioned-without-secure';
  return prefixHonoured(parsed) ? null : 'prefix-not-honoured';
}

/**
 * Names that make a promise, in whichever case (§5.7); a nameless cookie may not look like one.
 * `__Http-` and `__Host-Http-` come from the layered-cookies draft and were measured in Chromium 156.
 */
function prefixHonoured({ name, value, secure, httpOnly, domain, path }: SetCookie): boolean {
  if (name === '') return !/^__(secure|host|http|host-http)-/i.test(value);
  const isHostBound = secure && domain === null && path === '/';
  if (/^__host-http-/i.test(name)) return isHostBound && httpOnly;
  if (/^__host-/i.test(name)) return isHostBound;
  if (/^__http-/i.test(name)) return secure && httpOnly;
  return !/^__secure-/i.test(name) || secure;
}

/** Would a browser with an empty jar keep this line of a response to `requestUrl`? */
export function judgeSetCookie(line: string, requestUrl: string, nowMs: number): Verdict {
  return new CookieJar().setFromResponse(line, new URL(requestUrl), nowMs);
}
