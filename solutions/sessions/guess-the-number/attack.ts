type Fetch = typeof globalThis.fetch;

export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null> {
  const begun = await fetch(`${baseUrl}/games`, { method: 'POST' });
  const cookies = begun.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const number = cookies.map(numberIn).find((found) => found !== null);
  if (number === undefined) return null;
  const answer = await fetch(`${baseUrl}/guess`, {
    method: 'POST',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ number: String(number) }),
  });
  // Only what the game says is a success.
  return (await answer.text()).includes('You win') ? (number ?? null) : null;
}

/** The part before the first dot is the data, base64 of JSON; Node reads base64url as well. An id or a seal is no JSON. */
function numberIn(cookie: string): number | null {
  const [data = ''] = cookie.slice(cookie.indexOf('=') + 1).split('.');
  try {
    const { number } = JSON.parse(Buffer.from(decodeURIComponent(data), 'base64').toString()) as { number?: unknown };
    return typeof number === 'number' ? number : null;
  } catch {
    return null;
  }
}
