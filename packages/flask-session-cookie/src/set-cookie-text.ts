// A Set-Cookie line with its attributes in the order in which Flask writes them.

import { quoteCookieValue } from './cookie-quoting';
import { writeHttpDate } from './http-date';

export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  readonly domain?: string | null;
  readonly expires?: Date | null;
  readonly maxAgeSeconds?: number | null;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly path?: string | null;
  readonly sameSite?: string | null;
  /** Turns `secure` on: a browser would drop the cookie otherwise. */
  readonly partitioned?: boolean;
}

/**
 * The content of a `Set-Cookie` header. A port and a leading dot of the domain are left out.
 * @see werkzeug `http.dump_cookie`
 */
export function setCookieText(cookie: CookieToSet): string {
  const { name, value, domain, expires, maxAgeSeconds, secure, httpOnly, path, sameSite, partitioned } = cookie;
  const attributes: readonly (readonly [string, string | boolean | null | undefined])[] = [
    ['Domain', domain?.replace(/:.*$/, '').replace(/^\.+/, '')],
    ['Expires', expires && writeHttpDate(expires)],
    ['Max-Age', maxAgeSeconds?.toString()],
    ['Secure', secure || partitioned],
    ['HttpOnly', httpOnly],
    ['Path', path],
    ['SameSite', sameSite],
    ['Partitioned', partitioned],
  ];
  return [`${name}=${quoteCookieValue(value)}`, ...attributes.flatMap(attributeText)].join('; ');
}

/** The line that makes a browser forget the cookie; domain and path must be those it was set with. */
export function deletionText(cookie: Omit<CookieToSet, 'value' | 'expires' | 'maxAgeSeconds'>): string {
  return setCookieText({ ...cookie, value: '', expires: new Date(0), maxAgeSeconds: 0 });
}

function attributeText([name, value]: readonly [string, string | boolean | null | undefined]): readonly string[] {
  if (value === undefined || value === null || value === false) return [];
  return [value === true ? name : `${name}=${value}`];
}
