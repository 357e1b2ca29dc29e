// One store of ours, the attack on it, and what its books and its requests say afterwards.

import type { CheckContext, Target } from '@cookie-lessons/check-kit';

interface LedgerEntry {
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly totalCents: number;
  readonly creditCents: number;
}

/** One fresh store, one attack, and what the store's books say of its last order. */
export async function attackOne(
  context: CheckContext,
  kind: 'vulnerable' | 'fixed',
  label = 'store',
): Promise<{ answer: unknown; entry: LedgerEntry | undefined; order: { total: string; items: unknown } }> {
  const { draw } = context;
  const [cart, total, credit] = ['a', 'b', 'c'].map((name) => `${draw.word(`${label} ${name}`, 6)}_${name}`) as [
    string,
    string,
    string,
  ];
  const skus = [draw.word(`${label} sku 1`), draw.word(`${label} sku 2`)] as const;
  const setup = {
    prices: { [skus[0]]: draw.cents(`${label} price 1`, 5000, 9000), [skus[1]]: draw.cents(`${label} price 2`, 3000, 4999) },
    items: skus.map((sku, index) => ({ sku, quantity: draw.integer(`${label} quantity ${index}`, 1, 3) })),
    creditCents: draw.cents(`${label} credit`, 500, 2000),
    cookieNames: { cart, total, credit },
  };
  const store = await context.target(`labs/${kind}-store.ts`, { env: { STORE_SETUP: JSON.stringify(setup) } });
  explainRequests(context, store, setup.cookieNames);
  // A program that has met no other store: nothing it remembers can help it.
  await context.reload();
  const answer = await context.attack(store, { maxRequests: 20 });
  const ledger = (await store.call('readLedger')) as readonly LedgerEntry[];
  const totalCents = setup.items.reduce((sum, { sku, quantity }) => sum + (setup.prices[sku] ?? 0) * quantity, 0);
  return { answer, entry: ledger.at(-1), order: { total: `$${(totalCents / 100).toFixed(2)}`, items: setup.items } };
}

/** What was sent with POST /checkout tells most mistakes apart. */
function explainRequests(
  { explain }: CheckContext,
  store: Target,
  names: Readonly<Record<'cart' | 'total' | 'credit', string>>,
): void {
  const tried = async (): Promise<readonly Tried[]> => (await store.call('readCheckouts')) as readonly Tried[];
  const any = (is: (checkout: Tried) => boolean) => async (): Promise<boolean> => (await tried()).some(is);
  explain(
    'set-cookie-in-a-request',
    any(({ setCookie }) => setCookie !== ''),
  );
  explain(
    'encoded-twice',
    any(({ cookie }) => cookie.includes('%2524')),
  );
  explain(
    'sends-both-copies',
    any(({ cookie }) => cookie.split(`${names.total}=`).length > 2),
  );
  explain(
    'hard-coded-names',
    any(({ cookie }) => cookieNames(cookie).some((name) => !Object.values(names).includes(name))),
  );
  explain(
    'drops-the-cart',
    any(({ cookie }) => cookie.includes(`${names.total}=`) && !cookie.includes(`${names.cart}=`)),
  );
  explain(
    'edits-the-form',
    any(({ body, query, cookie }) => (body + query).includes('1.50') && !cookie.includes('1.50')),
  );
}

function cookieNames(cookie: string): readonly string[] {
  return cookie.split(';').flatMap((pair) => pair.split('=')[0]?.trim() || []);
}

interface Tried {
  readonly cookie: string;
  readonly setCookie: string;
  readonly query: string;
  readonly body: string;
}
