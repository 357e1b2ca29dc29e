// Caught by: wins-at-once, knows-when-it-failed, any-game
// Misconception: changes-the-cookie
// In the lesson on plain cookies, editing was what helped.
type Fetch = typeof globalThis.fetch;

export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null> {
  const begun = await fetch(`${baseUrl}/games`, { method: 'POST' });
  const cookies = begun.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const number = cookies.map(numberIn).find((found) => found !== null);
  if (number === undefined) return null;
  const answer = await fetch(`${baseUrl}/guess`, {
    method: 'POST',
    headers: { cookie: cookies.map((cookie) => edited(cookie)).join('; ') },
    body: new URLSearchParams({ number: '7' }),
  });
  return (await answer.text()).includes('You win') ? (number ?? null) : null;
}

function numberIn(cookie: string): number | null {
  const [data = ''] = cookie.slice(cookie.indexOf('=') + 1).split('.');
  try {
    const { number } = JSON.parse(Buffer.from(decodeURIComponent(data), 'base64').toString()) as { number?: unknown };
    return typeof number === 'number' ? number : null;
  } catch {
    return null;
  }
}

function edited(cookie: string): string {
  const [name, value = ''] = cookie.split('=');
  return `${name}=${Buffer.from(JSON.stringify({ left: 6, number: 7 })).toString('base64')}${value.slice(value.indexOf('.') < 0 ? value.length : value.indexOf('.'))}`;
}
