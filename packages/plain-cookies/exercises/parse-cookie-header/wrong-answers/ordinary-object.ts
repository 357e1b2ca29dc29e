// Caught by: any-name, drawn-headers
// Misconception: prototype-in-the-way
// An object is the usual dictionary.
const blank = (text: string): string => text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
const safe = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export function parseCookieHeader(header: string) {
  const cookies: any = {};
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const name = blank(pair.slice(0, at));
    const value = safe(blank(pair.slice(at + 1)));
    if (!(name in cookies)) cookies[name] = value;
  }
  return cookies;
}
