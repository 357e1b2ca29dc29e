// The code on a receipt of pay-less: which price was paid, and by whom. A warm-up: the key is public, so a reader of this
// source may forge one.

import { createHmac } from 'node:crypto';

const publicKey = 'pay-less: printed on the shop window';

/** @returns e.g. `PAID-7Q2M-K9XA`; the middle belongs to the price, the end to student, order and price. */
export function receiptCode({
  studentId,
  order,
  cents,
}: {
  readonly studentId: string;
  readonly order: string;
  readonly cents: number;
}): string {
  return `PAID-${fourLetters(['price', cents])}-${fourLetters(['receipt', studentId, order, cents])}`;
}

/** The order number of a student, e.g. `ORDER-48213`. */
export function orderNumber(studentId: string): string {
  return `ORDER-${10000 + (digest(['order', studentId]).readUInt32BE(0) % 90000)}`;
}

function digest(of: readonly unknown[]): Buffer {
  return createHmac('sha256', publicKey).update(JSON.stringify(of)).digest();
}

/** No letters or digits that look alike. */
function fourLetters(of: readonly unknown[]): string {
  const alphabet = 'ACDEFGHJKLMNPQRTUVWXYZ2346789';
  return [...digest(of).subarray(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
