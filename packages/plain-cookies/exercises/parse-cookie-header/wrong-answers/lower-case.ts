// Caught by: first-wins, any-name, drawn-headers
// Misconception: lower-cased
// Header names are case-insensitive, so cookie names should be, too.
const blank = (text: string): string => text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
const safe = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export function parseCookieHeader(header: string) {
  const cookies: any = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const name = blank(pair.slice(0, at)).toLowerCase();
    const value = safe(blank(pair.slice(at + 1)));
    if (!cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}
