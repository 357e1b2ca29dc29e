// What a visitor can write into the cookies that a page has set for them, in order to read another flavour there.

import type { App, Browser } from '@cookie-lessons/check-kit';

/** Cookie headers: each with one of the visitor's cookies changed so that it says `wish` instead of `tasted`. */
export function editedCookies(visitor: Browser, tasted: string, wish: string): readonly string[] {
  const cookies = visitor.cookies();
  return cookies.flatMap(({ name, value }) => {
    const text = decoded(value);
    const texts = new Set([instead(text, tasted, wish), wish, JSON.stringify([wish]), `x${text.slice(1)}`]);
    texts.delete(text);
    return [...texts].map((edited) =>
      cookies.map((each) => `${each.name}=${each.name === name ? encodeURIComponent(edited) : each.value}`).join('; '),
    );
  });
}

/** Whether the page takes one of these for the visitor's own. */
export async function believesAnEdit(app: App, cookies: readonly string[], wish: string): Promise<boolean> {
  for (const cookie of cookies) {
    const { text } = await app.get('/', { headers: { cookie } });
    if (text.includes(`Tasted last: ${wish}`)) return true;
  }
  return false;
}

/** The text with one flavour instead of the other, also where a part of it is base64 or hexadecimal. */
function instead(text: string, tasted: string, wish: string): string {
  if (text.includes(tasted)) return text.replaceAll(tasted, wish);
  if (text.includes(encodeURIComponent(tasted))) return text.replaceAll(encodeURIComponent(tasted), encodeURIComponent(wish));
  return text.replace(/[A-Za-z0-9+/_-]{6,}/g, (part) => {
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      const inner = Buffer.from(part, encoding).toString('utf8');
      if (inner.includes(tasted)) return Buffer.from(inner.replaceAll(tasted, wish)).toString(encoding);
    }
    return part;
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
