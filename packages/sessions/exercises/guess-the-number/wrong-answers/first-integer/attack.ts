// Caught by: wins-at-once, knows-when-it-failed, any-game
// Misconception: reads-another-number
// The first number of more than one digit in the decoded text must be it.
type Fetch = typeof globalThis.fetch;

export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null> {
  const begun = await fetch(`${baseUrl}/games`, { method: 'POST' });
  const cookies = begun.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const number = cookies.map(numberIn).find((found) => found !== null && found > 9);
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
    const [number] = /\d+/.exec(Buffer.from(decodeURIComponent(data), 'base64').toString()) ?? [];
    return number === undefined ? null : Number(number);
  } catch {
    return null;
  }
}
