// A browser for checks: a jar that keeps and sends cookies as RFC 6265bis says and Chromium was measured to do.

import type { ProgramResponse } from '@cookie-lessons/lesson-contract';
import type { AppRequest, Target } from './check-context';
import type { StoredCookie } from './cookie-jar';

export interface BrowserOptions {
  /** Where the app lives for this browser; `https:` sends `X-Forwarded-Proto: https` as a TLS proxy would. Default `http://shop.localhost`. */
  readonly origin?: string;
  /** Looks at a lab instead of the submission's app. */
  readonly to?: Target;
}

/** How a request came about; decides what SameSite lets through. Default: `typed` into the address bar. */
export type Initiator =
  { readonly kind: 'typed' } | { readonly kind: 'link' | 'form' | 'image' | 'iframe' | 'fetch'; readonly from: string };

export interface BrowserRequest extends Omit<AppRequest, 'cookies'> {
  readonly initiator?: Initiator;
  /** Follows up to 5 redirects of the same app as a browser does (303/302 POST becomes GET). Default true. */
  readonly follow?: boolean;
}

export interface Browser {
  readonly origin: string;
  request(method: string, path: string, options?: BrowserRequest): Promise<ProgramResponse>;
  get(path: string, options?: BrowserRequest): Promise<ProgramResponse>;
  post(path: string, options?: BrowserRequest): Promise<ProgramResponse>;
  delete(path: string, options?: BrowserRequest): Promise<ProgramResponse>;
  /** What the jar holds now (expired ones gone), sorted by name. */
  cookies(): readonly StoredCookie[];
  cookie(name: string): StoredCookie | undefined;
  /** The value of a cookie as the browser's own tools show it: not decoded. */
  value(name: string): string | undefined;
  /** Edits, adds or (undefined) deletes a cookie as in the browser's Application panel. The value is taken literally. */
  edit(name: string, value: string | undefined, path?: string): void;
  /** What a script on `path` of this origin reads from document.cookie (no HttpOnly ones). */
  documentCookie(path?: string): string;
  /** A script on `path` assigns document.cookie. */
  setDocumentCookie(setCookie: string, path?: string): void;
  /** The Cookie header a request would carry. */
  cookieHeader(path: string, initiator?: Initiator): string;
  /** Quits and starts again: cookies without a lifetime are gone. */
  quit(): void;
}
