// Caught by: knows-when-it-failed, any-game
// Misconception: throws-instead-of-null
// The game that was tried first had JSON in its cookie.
type Fetch = typeof globalThis.fetch;

export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null> {
  const begun = await fetch(`${baseUrl}/games`, { method: 'POST' });
  const cookies = begun.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const longest = cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1)).sort((a, b) => b.length - a.length)[0] ?? '';
  const { number } = JSON.parse(Buffer.from(longest.split('.')[0] ?? '', 'base64').toString()) as { number: number };
  const answer = await fetch(`${baseUrl}/guess`, {
    method: 'POST',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ number: String(number) }),
  });
  return (await answer.text()).includes('You win') ? number : null;
}
