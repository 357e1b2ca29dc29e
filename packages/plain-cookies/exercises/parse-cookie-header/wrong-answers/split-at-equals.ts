// Caught by: pairs, drawn-headers
// Misconception: every-equals-splits
// Destructuring what split gives is the shortest way to two variables.
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
    if (!pair.includes('=')) continue;
    const [rawName = '', rawValue = ''] = pair.split('=');
    const name = blank(rawName);
    const value = safe(blank(rawValue));
    if (!cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}
