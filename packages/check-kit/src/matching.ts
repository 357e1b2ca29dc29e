// Does a cookie's domain fit a host, and its path a page?

import { isIpAddress } from './site';

/** @see RFC 6265bis §5.1.3: the dot is part of the boundary, and an IP address has no subdomains. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !isIpAddress(host));
}

/** @see RFC 6265bis §5.1.4: `/foo` fits `/foo` and `/foo/bar`, not `/foobar`. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  return requestPath.startsWith(cookiePath) && (cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/');
}

/** The folder of the page that set the cookie. @see RFC 6265bis §5.1.4 */
export function defaultPath(requestPath: string): string {
  const lastSlash = requestPath.lastIndexOf('/');
  return lastSlash <= 0 ? '/' : requestPath.slice(0, lastSlash);
}
