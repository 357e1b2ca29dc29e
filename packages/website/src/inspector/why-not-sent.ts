// Why a cookie that the browser keeps didn't come with a request, in the words of Chromium's developer tools.

import type { KnownCookie } from './cookie-record';
import { domainMatches, isTrustworthy, pathMatches } from './where-it-goes';

/** Chromium's `CookieBlockedReason`, as far as a lab meets it. */
type NotSentCode =
  | 'DomainMismatch'
  | 'NotOnPath'
  | 'SecureOnly'
  | 'SameSiteStrict'
  | 'SameSiteLax'
  | 'SameSiteUnspecifiedTreatedAsLax'
  | 'ThirdPartyPhaseout';

export interface NotSent {
  readonly code: NotSentCode;
  /** One sentence. */
  readonly because: string;
}

/** A request, as the server sees it. */
export interface SeenRequest {
  /** `http:` or `https:` */
  readonly protocol: string;
  /** Without its port. */
  readonly host: string;
  readonly path: string;
  readonly method: string;
  /** Sec-Fetch-Site: `cross-site`, `same-site`, `same-origin` or `none`; absent in old browsers. */
  readonly fetchSite: string | undefined;
  /** Sec-Fetch-Mode: `navigate` for links, forms and frames. */
  readonly fetchMode: string | undefined;
  /** Sec-Fetch-Dest: `document` for the whole tab, `iframe` for a frame, `image` … */
  readonly fetchDest: string | undefined;
}

/** "Lax-allowing-unsafe": a cookie without SameSite also goes with a cross-site POST while it is this young (Chromium). */
export const laxUnsafeMs = 2 * 60 * 1000;

/**
 * The first rule that keeps this cookie at home.
 *
 * @returns null when no rule does: it should have come.
 * @see RFC 6265bis §5.8.3, and what Chromium 156 was measured to do.
 */
export function whyNotSent(cookie: KnownCookie, request: SeenRequest, nowMs: number): NotSent | null {
  const { domain, hostOnly, path, secure } = cookie;
  const { host } = request;
  if (hostOnly ? host !== domain : !domainMatches(host, domain))
    return {
      code: 'DomainMismatch',
      because: `It belongs to ${domain}${hostOnly ? ' alone' : ''}; this request goes to ${host}.`,
    };
  if (!pathMatches(request.path, path))
    return { code: 'NotOnPath', because: `It goes with ${path} and what is below; this is ${request.path}.` };
  if (secure && !isTrustworthy(request.protocol, host)) return { code: 'SecureOnly', because: 'It goes over https only.' };
  return request.fetchSite === 'cross-site' ? whyNotCrossSite(cookie, request, nowMs) : null;
}

function whyNotCrossSite({ sameSite, setAtMs }: KnownCookie, request: SeenRequest, nowMs: number): NotSent | null {
  const isTopLevel = request.fetchMode === 'navigate' && request.fetchDest === 'document';
  const isSafe = request.method === 'GET' || request.method === 'HEAD';
  const what = isTopLevel ? `a cross-site ${request.method}` : 'a request from inside a page of another site';
  switch (sameSite) {
    case 'Strict':
      return {
        code: 'SameSiteStrict',
        because: `SameSite=Strict: another site's page caused this request, so it stays at home.`,
      };
    case 'Lax':
      if (isTopLevel && isSafe) return null;
      return { code: 'SameSiteLax', because: `SameSite=Lax goes along when a link or a GET form leads here; this is ${what}.` };
    case 'unset':
      if (isTopLevel && (isSafe || nowMs - setAtMs < laxUnsafeMs)) return null;
      return {
        code: 'SameSiteUnspecifiedTreatedAsLax',
        because: `Without SameSite, Chromium treats it as Lax; this is ${what}${isTopLevel ? ', and the cookie is older than two minutes' : ''}.`,
      };
    case 'None':
      if (isTopLevel) return null;
      return {
        code: 'ThirdPartyPhaseout',
        because: 'SameSite=None allows it, but this browser is set to block third-party cookies.',
      };
  }
}
