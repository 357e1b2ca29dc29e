// A store that keeps its total and your store credit in cookies. `fetch` reaches that store and nothing else.
// How to send a cookie without a browser: packages/plain-cookies/lesson-text/the-browsers-tools.md

/** @returns whether the store charged $1.50 for the whole order and believes in $10,000.00 of credit. */
export default async function attack(fetch: typeof globalThis.fetch, baseUrl: string): Promise<boolean | undefined> {
  await fetch(`${baseUrl}/order`);
  // TODO: keep the store's cookies, edit two of them, and pay with POST /checkout.
  // TODO: return true or false, as the receipt says.
  return undefined;
}
