// Vary: Cookie, so that no cache hands one visitor's page to another.

import type { ServerResponse } from 'node:http';

/**
 * Adds `Cookie` to the response's `Vary` header, unless it is there already or `*` says more.
 *
 * Attack: a shared cache keeps the page, or even the `Set-Cookie`, of one visitor for all.
 *
 * @see CVE-2023-30861 and CVE-2026-27205, where Flask forgot it.
 */
export function varyOnCookie(response: ServerResponse): void {
  const present = [response.getHeader('Vary') ?? []].flat().join(', ');
  const names = present.split(',').map((name) => name.trim().toLowerCase());
  if (names.includes('cookie') || names.includes('*')) return;
  response.setHeader('Vary', present === '' ? 'Cookie' : `${present}, Cookie`);
}
