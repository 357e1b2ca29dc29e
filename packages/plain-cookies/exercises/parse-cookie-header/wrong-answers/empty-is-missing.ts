// Caught by: first-wins, drawn-headers
// Misconception: empty-is-missing
// `||=` looks like "unless it is there already", and is shorter.
const blank = (text: string): string => text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
const safe = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export function parseCookieHeader(header: string) {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const name = blank(pair.slice(0, at));
    const value = safe(blank(pair.slice(at + 1)));
    cookies[name] ||= value;
  }
  return cookies;
}
