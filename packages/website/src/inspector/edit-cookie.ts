// An edit as a browser's own panel makes it: the same cookie with another value. A page can't reach into the panel, so the lab
// sends a Set-Cookie with everything as it was but the value; and says so.

import type { KnownCookie } from './cookie-record';

export interface CookieEdit {
  readonly cookie: KnownCookie;
  /** null deletes it. */
  readonly value: string | null;
}

/** @returns the Set-Cookie line, or null for a value that no browser's panel would take, either. */
export function editLine({ cookie, value }: CookieEdit): string | null {
  const { name, domain, hostOnly, path, expiresMs, secure, httpOnly, sameSite, partitioned } = cookie;
  if (value !== null && /[\u0000-\u0020\u007f-\uffff;]/.test(value)) return null;
  const ends = value === null ? 'Max-Age=0' : expiresMs === null ? null : `Expires=${new Date(expiresMs).toUTCString()}`;
  return [
    `${name}=${value ?? ''}`,
    ends,
    hostOnly ? null : `Domain=${domain}`,
    `Path=${path}`,
    httpOnly ? 'HttpOnly' : null,
    secure ? 'Secure' : null,
    partitioned ? 'Partitioned' : null,
    sameSite === 'unset' ? null : `SameSite=${sameSite}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}
