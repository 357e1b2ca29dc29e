// One cookie out of the Cookie header, as Flask finds it.

import { unquoteCookieValue } from './cookie-quoting';

// Spaces are matched in one place only, so that a header full of them takes no quadratic time.
const pair = /[ \t]*([^ \t=";]+)(?:[ \t]*=[ \t]*(?:("(?:[^\\"]|\\.)*"|[^ \t";]+)[ \t]*)?|[ \t]*)(?:;|$)/y;

/**
 * The value of a cookie: the first of that name, without quotes, not percent-decoded.
 *
 * @param header `Cookie` header without its name, as Node gives it (one character per byte).
 * @returns undefined if there is none of that name.
 * @see werkzeug `sansio.http.parse_cookie`, which skips what it can't parse up to the next semicolon.
 */
export function readCookie(header: string, name: string): string | undefined {
  const text = Buffer.from(header, 'latin1').toString();
  for (let at = 0; at < text.length;) {
    pair.lastIndex = at;
    const found = pair.exec(text);
    if (found?.[1] === name) return unquoteCookieValue(found[2] ?? '');
    const semicolon = text.indexOf(';', at);
    if (found === null && semicolon === -1) return undefined;
    at = found === null ? semicolon + 1 : pair.lastIndex;
  }
  return undefined;
}
