// Hosts, paths and sites, as far as the labs need them: every one of their hosts ends in .localhost.

/** @see RFC 6265bis §5.1.3: the dot is part of the boundary, and an IP address has no subdomains. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host));
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

/** A name without a dot is nobody's own: Domain=localhost is refused, Domain=shop.localhost is not (measured, Chromium 156). */
export function isPublicSuffix(host: string): boolean {
  return !host.includes('.') && !host.includes(':');
}

/** Safe enough for Secure cookies: https, and this machine itself (Chromium and Firefox; Safari disagrees). */
export function isTrustworthy(protocol: string, host: string): boolean {
  return protocol === 'https:' || host === 'localhost' || host.endsWith('.localhost') || /^127\.|^\[?::1\]?$/.test(host);
}
