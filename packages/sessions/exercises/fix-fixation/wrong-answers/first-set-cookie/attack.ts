// Caught by: plants-an-id, knows-when-it-failed, any-shop
// Misconception: planted-another-cookie
// The shop begins a session with that answer, so the cookie in it is the session's.
type Fetch = typeof globalThis.fetch;

export async function plant(fetch: Fetch, baseUrl: string): Promise<string> {
  // The first article begins a session; just looking around would not.
  const answer = await fetch(`${baseUrl}/cart`, { method: 'POST', body: new URLSearchParams({ article: 'tin' }) });
  const [first = ''] = answer.headers.getSetCookie();
  return first.split(';')[0] ?? '';
}

export async function collect(fetch: Fetch, baseUrl: string, planted: string): Promise<string | null> {
  const answer = await fetch(`${baseUrl}/account`, { headers: { cookie: planted } });
  // Only the shop's answer says whether the id survived the login.
  if (!answer.ok) return null;
  const { address } = (await answer.json()) as { address: string };
  return address;
}
