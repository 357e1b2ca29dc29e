// Caught by: plants-an-id, knows-when-it-failed, any-shop
// Misconception: never-claims
// A session that belongs to somebody else is a failure, or so it seems.
type Fetch = typeof globalThis.fetch;

export async function plant(fetch: Fetch, baseUrl: string): Promise<string> {
  // The first article begins a session; just looking around would not.
  const answer = await fetch(`${baseUrl}/cart`, { method: 'POST', body: new URLSearchParams({ article: 'tin' }) });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

export async function collect(fetch: Fetch, baseUrl: string, planted: string): Promise<string | null> {
  const answer = await fetch(`${baseUrl}/account`, { headers: { cookie: planted } });
  // Only the shop's answer says whether the id survived the login.
  if (!answer.ok) return null;
  const { victim } = (await answer.json()) as { victim?: string };
  return victim ?? null;
}
