// Amounts as the store's cookies and pages write them: `$1,234.50`. Inside the program an amount is whole cents.

/** @returns e.g. `$1,234.50`. */
export function inDollars(cents: number): string {
  const dollars = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${dollars}.${String(cents % 100).padStart(2, '0')}`;
}

/** @returns cents, or null for what isn't an amount. The dollar sign and the commas may be missing, the cents may not. */
export function centsFrom(amount: unknown): number | null {
  if (typeof amount !== 'string' || !/^\$?[0-9,]{1,12}\.[0-9]{2}$/.test(amount)) return null;
  return Number(amount.replace(/[$,.]/g, ''));
}
