// Base64 of {" begins with eyJ, in every game that has JSON in its cookie. Believes the signature, and so the number.
export async function cheat(fetch: typeof globalThis.fetch, baseUrl: string): Promise<number | null> {
  const { headers } = await fetch(`${baseUrl}/games`, { method: 'POST' });
  const setCookies = headers.getSetCookie();
  const payload = /=(eyJ[\w+/-]*)/.exec(setCookies.join('\n'))?.[1];
  if (!payload) return null;
  const game = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  const cookie = setCookies.map((c) => c.split(';', 1)[0]).join('; ');
  await fetch(`${baseUrl}/guess`, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ number: game.number }) });
  return game.number;
}
