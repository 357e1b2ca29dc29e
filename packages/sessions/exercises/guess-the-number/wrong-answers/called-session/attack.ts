// Caught by: wins-at-once, knows-when-it-failed, any-game
// Misconception: finds-nothing
// cookie-session calls its cookie session, so every game does.
type Fetch = typeof globalThis.fetch;

export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null> {
  const begun = await fetch(`${baseUrl}/games`, { method: 'POST' });
  const cookies = begun.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const number = cookies.filter((cookie) => cookie.startsWith('session=')).map(numberIn).find((found) => found !== null);
  if (number === undefined) return null;
  const answer = await fetch(`${baseUrl}/guess`, {
    method: 'POST',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ number: String(number) }),
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
