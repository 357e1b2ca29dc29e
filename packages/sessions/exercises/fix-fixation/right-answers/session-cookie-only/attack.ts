// Only the cookie that is HttpOnly is planted; and the attack has been logged in before it believes anything.
export async function plant(fetch: typeof globalThis.fetch, baseUrl: string) {
  const { headers } = await fetch(baseUrl + '/cart', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'article=mixer',
  });
  return headers
    .getSetCookie()
    .find((line) => /httponly/i.test(line))!
    .split(';')[0]!;
}

export async function collect(fetch: typeof globalThis.fetch, baseUrl: string, cookie: string) {
  const response = await fetch(baseUrl + '/account', { headers: { cookie } });
  if (response.status === 401) return null;
  const body = (await response.json()) as { customer?: string; address?: string };
  return body.customer ? (body.address ?? null) : null;
}
