// Which Cookie header a browser sends, as the course's jar has it, which is held against Chromium.

import { CookieJar } from './browser-jar';

const anyMoment = Date.UTC(2026, 0, 5);

/**
 * @param shown what the student sees: `GET <address>`, each with the `Set-Cookie` lines of its answer. Each address is typed.
 * @returns the Cookie header of the last request, without its name.
 * @throws Error for a line that the jar drops: the question shows more than it asks.
 */
export function cookieHeaderAfter(shown: string): string {
  const jar = new CookieJar();
  let url: URL | null = null;
  for (const line of shown.split('\n')) {
    const [, address] = /^GET (\S+)$/.exec(line) ?? [];
    if (address !== undefined) url = new URL(address);
    const [, setCookie] = /^Set-Cookie: (.*)$/.exec(line) ?? [];
    if (url === null || setCookie === undefined) continue;
    if (!jar.setFromResponse(setCookie, url, anyMoment).stored) throw new Error(`The jar drops ${setCookie}`);
  }
  if (url === null) throw new Error('Nothing was asked for.');
  const sent = jar.cookiesFor({ url, method: 'GET', initiator: { kind: 'typed' } }, anyMoment);
  return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
}
