// Caught by: pays-a-dollar-fifty, raises-the-credit, any-store
// Misconception: edits-the-form
// The page has a form with the total in it, so that must be what is sent.
export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean> {
  const order = await fetch(`${baseUrl}/order`);
  const { total, credit } = (await order.json()) as { total: string; credit: string };
  const cookies = order.headers.getSetCookie().map((line) => (line.split(';')[0] ?? '').split('=') as [string, string]);
  const edited = cookies.map((pair) => pair.join('='));
  const paid = await fetch(`${baseUrl}/checkout`, { method: 'POST', body: 'total=$1.50&credit=$10,000.00', headers: { cookie: edited.join('; '), 'content-type': 'application/x-www-form-urlencoded' } });
  const receipt = (await paid.json()) as { total?: string; credit?: string };
  return receipt.total === '$1.50' && receipt.credit === '$10,000.00';
}
