/** RFC 6265bis §4.2.1 says what a browser sends; a stranger sends anything. */
export function parseCookieHeader(header: string): Map<string, string> {
  // A Map has no prototype in the way of names such as __proto__.
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = trimmed(pair.slice(0, equals));
    // The first of two wins, as in cookie-parser: the longer path comes first.
    if (!cookies.has(name)) cookies.set(name, decoded(trimmed(pair.slice(equals + 1))));
  }
  return cookies;
}

/** Space and tab only; trim() would eat a no-break space, too. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not percent-encoded after all: it stays as it is.
    return value;
  }
}
