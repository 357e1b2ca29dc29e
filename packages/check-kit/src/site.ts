// Which host belongs to which site, and which addresses a browser takes for safe without TLS.

/**
 * Enough of the public suffix list for a course: the names that are suffixes by rule here, each as Chromium treats it.
 * `localhost` behaves like one: Domain=localhost is refused, Domain=shop.localhost works (measured, Chromium 156).
 * @see https://publicsuffix.org (an unlisted top-level name is a suffix by its default rule `*`).
 */
const longerSuffixes = new Set([
  'co.uk',
  'org.uk',
  'ac.uk',
  'com.au',
  'co.jp',
  'github.io',
  'herokuapp.com',
  'vercel.app',
  'netlify.app',
  'web.app',
  'appspot.com',
]);

export function isIpAddress(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('[') || host.includes(':');
}

/** A name under which strangers register: a cookie for all of it would reach all of them. */
export function isPublicSuffix(host: string): boolean {
  return !isIpAddress(host) && (!host.includes('.') || longerSuffixes.has(host));
}

/** The registrable part of a host, e.g. `example.test` of `shop.example.test`; the host itself where there is none. */
export function registrableDomain(host: string): string {
  if (isIpAddress(host)) return host;
  const labels = host.split('.');
  const suffixLabels = longerSuffixes.has(labels.slice(-2).join('.')) ? 2 : 1;
  return labels.slice(-(suffixLabels + 1)).join('.');
}

/** Scheme and registrable domain: two addresses are same-site when these are equal. Ports don't count, schemes do (Chromium). */
export function siteOf(url: URL): string {
  return `${url.protocol}//${registrableDomain(url.hostname)}`;
}

/** Safe enough for Secure cookies: https, and this machine itself (Chromium; Safari disagrees about http://localhost). */
export function isTrustworthy(url: URL): boolean {
  const host = url.hostname;
  return (
    url.protocol === 'https:' ||
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}
