// A browser for checks: a jar that keeps and sends cookies as RFC 6265bis says and Chromium was measured to do.

import type { Program, ProgramResponse } from '@cookie-lessons/lesson-contract';

import { type AppRequest, toProgramRequest } from './app';
import { CookieJar, type Initiator, type StoredCookie } from './cookie-jar';
import { registrableDomain } from './site';

export interface BrowserOptions {
  /** Where the app lives for this browser; `https:` sends `X-Forwarded-Proto: https` as a TLS proxy would. Default `http://shop.localhost`. */
  readonly origin?: string;
  /** Looks at a lab instead of the submission's app. */
  readonly to?: { readonly program: Program };
  /** Chromium's default for cross-site images, frames and fetches; false unless told. */
  readonly blockThirdParty?: boolean;
}

export interface BrowserRequest extends Omit<AppRequest, 'cookies'> {
  readonly initiator?: Initiator;
  /** Follows up to 5 redirects of the same app as a browser does (303/302 POST becomes GET). Default true. */
  readonly follow?: boolean;
}

export interface BrowserParts {
  readonly program: () => Promise<Program>;
  readonly now: () => number;
}

const maxRedirects = 5;
const typed: Initiator = { kind: 'typed' };

export class Browser {
  readonly origin: string;
  readonly #jar: CookieJar;

  constructor(
    options: BrowserOptions,
    private readonly parts: BrowserParts,
  ) {
    this.origin = options.origin ?? 'http://shop.localhost';
    this.#jar = new CookieJar({ blockThirdParty: options.blockThirdParty ?? false });
  }

  get(path: string, options?: BrowserRequest): Promise<ProgramResponse> {
    return this.request('GET', path, options);
  }

  post(path: string, options?: BrowserRequest): Promise<ProgramResponse> {
    return this.request('POST', path, options);
  }

  delete(path: string, options?: BrowserRequest): Promise<ProgramResponse> {
    return this.request('DELETE', path, options);
  }

  async request(method: string, path: string, options: BrowserRequest = {}): Promise<ProgramResponse> {
    const initiator = options.initiator ?? typed;
    let response = await this.#once(method, path, options, initiator);
    let asked = new URL(path, this.origin);
    for (let redirects = 0; redirects < maxRedirects && options.follow !== false; redirects++) {
      const location = response.headers.get('location')?.[0];
      if (location === undefined || response.status < 300 || response.status >= 400) break;
      // A browser stays where it is when a Location leads nowhere.
      if (!URL.canParse(location, asked.href)) break;
      const next = new URL(location, asked);
      if (next.host !== asked.host && next.hostname !== 'localhost') break;
      const keepsMethod = response.status === 307 || response.status === 308;
      asked = next;
      response = await this.#once(
        keepsMethod ? method : 'GET',
        `${next.pathname}${next.search}`,
        keepsMethod ? options : {},
        initiator,
      );
    }
    return response;
  }

  /** What the jar holds now (expired ones gone), sorted by name. */
  cookies(): readonly StoredCookie[] {
    return [...this.#jar.all(this.parts.now())].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  cookie(name: string): StoredCookie | undefined {
    return this.cookies().find((cookie) => cookie.name === name);
  }

  /** The value of a cookie as the browser's own tools show it: not decoded. */
  value(name: string): string | undefined {
    return this.cookie(name)?.value;
  }

  /** Edits, adds or (undefined) deletes a cookie as in the browser's Application panel. The value is taken literally. */
  edit(name: string, value: string | undefined, path?: string): void {
    const matches = (cookie: StoredCookie): boolean => cookie.name === name && (path === undefined || cookie.path === path);
    const existing = this.cookies().filter(matches);
    if (value === undefined) return this.#jar.remove(matches);
    if (existing.length > 0) return existing.forEach((cookie) => this.#jar.put({ ...cookie, value }));
    const { hostname } = new URL(this.origin);
    const fresh = {
      name,
      value,
      domain: hostname,
      hostOnly: true,
      path: path ?? '/',
      expiresMs: null,
      createdMs: this.parts.now(),
    } as const;
    this.#jar.put({ ...fresh, secure: false, httpOnly: false, sameSite: 'unset', partitioned: false });
  }

  /** What a script on `path` of this origin reads from document.cookie (no HttpOnly ones). */
  documentCookie(path = '/'): string {
    return joined(this.#jar.cookiesForScript(new URL(path, this.origin), this.parts.now()));
  }

  /** A script on `path` assigns document.cookie. */
  setDocumentCookie(setCookie: string, path = '/'): void {
    this.#jar.setFromScript(setCookie, new URL(path, this.origin), this.parts.now());
  }

  /** The Cookie header a request would carry. */
  cookieHeader(path: string, initiator: Initiator = typed, method = 'GET'): string {
    return joined(this.#jar.cookiesFor({ url: new URL(path, this.origin), method, initiator }, this.parts.now()));
  }

  /** Quits and starts again: cookies without a lifetime are gone. */
  quit(): void {
    this.#jar.endBrowserSession();
  }

  async #once(method: string, path: string, options: BrowserRequest, initiator: Initiator): Promise<ProgramResponse> {
    const url = new URL(path, this.origin);
    const cookie = joined(this.#jar.cookiesFor({ url, method, initiator }, this.parts.now()));
    const { headers = {}, ...rest } = options;
    const sent = { ...navigationHeaders(url, method, initiator), ...headers, ...(cookie === '' ? {} : { cookie }) };
    const response = await (
      await this.parts.program()
    ).request(toProgramRequest(method, `${url.pathname}${url.search}`, { ...rest, headers: sent }));
    for (const line of response.headers.get('set-cookie') ?? [])
      this.#jar.setFromResponse(line, url, this.parts.now(), initiator);
    return response;
  }
}

function joined(cookies: readonly StoredCookie[]): string {
  return cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ');
}

/** What every browser says about a request, as far as a server in these lessons may look. @see https://w3c.github.io/webappsec-fetch-metadata/ */
function navigationHeaders(url: URL, method: string, initiator: Initiator): Record<string, string> {
  const headers: Record<string, string> = {
    host: url.host,
    'x-forwarded-proto': url.protocol.slice(0, -1),
    'sec-fetch-site': fetchSite(url, initiator),
  };
  if (initiator.kind !== 'typed' && method !== 'GET') headers.origin = new URL(initiator.from).origin;
  return headers;
}

function fetchSite(url: URL, initiator: Initiator): string {
  if (initiator.kind === 'typed') return 'none';
  const from = new URL(initiator.from);
  if (from.origin === url.origin) return 'same-origin';
  return from.protocol === url.protocol && registrableDomain(from.hostname) === registrableDomain(url.hostname)
    ? 'same-site'
    : 'cross-site';
}
