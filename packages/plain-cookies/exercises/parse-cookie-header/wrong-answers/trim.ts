// Caught by: white-space
// Misconception: trims-too-much
// trim is what one uses for white space.
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
    const name = pair.slice(0, at).trim();
    const value = safe(pair.slice(at + 1).trim());
    if (!cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}
