// Caught by: pays-a-dollar-fifty, raises-the-credit, reports-honestly, any-store
// Misconception: set-cookie-in-a-request
// The store sets its cookies with Set-Cookie, so the same header should change them.
export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean> {
  const order = await fetch(`${baseUrl}/order`);
  const { total, credit } = (await order.json()) as { total: string; credit: string };
  const cookies = order.headers.getSetCookie().map((line) => (line.split(';')[0] ?? '').split('=') as [string, string]);
  const edited = cookies.map(([name, value]) => {
    const plain = decodeURIComponent(value);
    return `${name}=${plain === total ? encodeURIComponent('$1.50') : plain === credit ? encodeURIComponent('$10,000.00') : value}`;
  });
  const paid = await fetch(`${baseUrl}/checkout`, { method: 'POST', headers: { 'set-cookie': edited.join('; ') } });
  const receipt = (await paid.json()) as { total?: string; credit?: string };
  return receipt.total === '$1.50' && receipt.credit === '$10,000.00';
}
