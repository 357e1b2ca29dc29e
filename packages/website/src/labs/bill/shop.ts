// What the store of the bill sells.

export interface Cart {
  readonly id: 'big' | 'small';
  readonly goods: string;
  readonly cents: number;
}

export const carts: readonly [big: Cart, small: Cart] = [
  { id: 'big', goods: '1 stand mixer, 1 rolling pin, 2 cookie cutters', cents: 12547 },
  { id: 'small', goods: '1 cookie cutter', cents: 399 },
];

export function cartOf(id: string | undefined): Cart {
  return carts.find((cart) => cart.id === id) ?? carts[0];
}

/** @returns e.g. `$125.47` */
export function inDollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

/** @returns null for what isn't an amount. */
export function centsFrom(text: unknown): number | null {
  const amount = typeof text === 'string' ? /^\$?(\d{1,6})(?:\.(\d\d))?$/.exec(text) : null;
  return amount ? Number(amount[1]) * 100 + Number(amount[2] ?? 0) : null;
}
