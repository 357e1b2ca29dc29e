// Why Chromium keeps a Set-Cookie line out of its jar, in the words of its developer tools, with a sentence of ours.

import type { SetCookieLine } from './read-set-cookie';
import { domainMatches, isPublicSuffix, isTrustworthy } from './where-it-goes';

/** Chromium's `SetCookieBlockedReason`, as far as a lab meets it. */
type RefusalCode =
  | 'DisallowedCharacter'
  | 'NoCookieContent'
  | 'NameValuePairExceedsMaxSize'
  | 'InvalidDomain'
  | 'SecureOnly'
  | 'SameSiteNoneInsecure'
  | 'InvalidPrefix'
  | 'SyntaxError';

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence. */
  readonly because: string;
}

/** The most bytes that name and value of one cookie may have together. @see RFC 6265bis §5.6 */
export const maxPairBytes = 4096;

/** @returns null when the browser keeps the cookie. */
export function whyRefused(
  line: string,
  cookie: SetCookieLine,
  { protocol, host }: { protocol: string; host: string },
): Refusal | null {
  const { name, value, domain, secure } = cookie;
  const bytes = Buffer.byteLength(name) + Buffer.byteLength(value);
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line))
    return { code: 'DisallowedCharacter', because: 'The line has a control character.' };
  if (bytes === 0) return { code: 'NoCookieContent', because: 'It has neither a name nor a value.' };
  if (bytes > maxPairBytes)
    return { code: 'NameValuePairExceedsMaxSize', because: `Name and value have ${bytes} bytes; ${maxPairBytes} is the most.` };
  if (domain !== null && !domainMatches(host, domain))
    return { code: 'InvalidDomain', because: `${host} is not below ${domain}, and may set no cookie for it.` };
  if (domain !== null && isPublicSuffix(domain) && domain !== host)
    return { code: 'InvalidDomain', because: `${domain} belongs to nobody in particular: a cookie for all of it is refused.` };
  if (secure && !isTrustworthy(protocol, host))
    return { code: 'SecureOnly', because: 'A page of plain http may not set a Secure cookie.' };
  if (cookie.sameSite === 'None' && !secure) return { code: 'SameSiteNoneInsecure', because: 'SameSite=None needs Secure.' };
  const broken = brokenPromise(cookie);
  if (broken !== null) return { code: 'InvalidPrefix', because: broken };
  if (cookie.partitioned && !secure) return { code: 'SyntaxError', because: 'Partitioned needs Secure.' };
  return null;
}

/** @see RFC 6265bis §5.7; `__Http-` and `__Host-Http-` from its successor. Prefixes match in any case. */
function brokenPromise({ name, value, secure, domain, path, httpOnly }: SetCookieLine): string | null {
  const starts = (prefix: string): boolean => name.toLowerCase().startsWith(prefix);
  if (name === '' && /^__(?:secure|host|http|host-http)-/i.test(value))
    return 'A nameless cookie may not look like one with a prefix.';
  const prefix = /^__(?:Host-Http|Host|Http|Secure)-/i.exec(name)?.[0];
  if (prefix === undefined) return null;
  if (!secure) return `${prefix} promises Secure.`;
  if (starts('__host-') && domain !== null) return `${prefix} promises that no Domain is given: this host, and no other.`;
  if (starts('__host-') && path !== '/') return `${prefix} promises Path=/.`;
  if ((starts('__http-') || starts('__host-http-')) && !httpOnly) return `${prefix} promises HttpOnly.`;
  return null;
}
