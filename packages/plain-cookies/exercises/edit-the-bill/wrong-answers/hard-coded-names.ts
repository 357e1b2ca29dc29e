// Caught by: pays-a-dollar-fifty, raises-the-credit, reports-honestly, any-store
// Misconception: hard-coded-names
// The store of the first exercise called them total and credit.
export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean> {
  const edited = ['cart=stand-mixer%3A1', 'total=%241.50', 'credit=%2410%2C000.00'];
  const paid = await fetch(`${baseUrl}/checkout`, { method: 'POST', headers: { cookie: edited.join('; ') } });
  const receipt = (await paid.json()) as { total?: string; credit?: string };
  return receipt.total === '$1.50' && receipt.credit === '$10,000.00';
}
