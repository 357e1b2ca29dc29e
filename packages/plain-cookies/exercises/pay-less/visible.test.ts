import { checksFor, demand } from '@cookie-lessons/check-kit';

const { check } = checksFor('plain-cookies/pay-less');

const fullPriceCents = 12547;
const wishedCents = 150;

check('paid-a-dollar-fifty', async ({ answers, explain, student, target }) => {
  const receipt = answers().receipt;
  demand(
    typeof receipt === 'string' && receipt !== '',
    'answers.json should hold your receipt code: "receipt": "PAID-XXXX-XXXX".',
  );
  const code = receipt.trim().toUpperCase();
  const store = await target('labs/pay-less-store.ts');
  const codeFor = async (cents: number): Promise<string> => String(await store.call('codeFor', student.id, cents));
  const wished = await codeFor(wishedCents);
  const fullPrice = await codeFor(fullPriceCents);
  explain('order-number-instead-of-code', () => /^(ORDER-)?[0-9]{5}$/.test(code));
  explain('honest-receipt', () => priceOf(code) === priceOf(fullPrice));
  explain('somebody-elses-receipt', () => priceOf(code) === priceOf(wished));
  explain('another-price', () => /^PAID-[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(code));
  demand(code === wished, `The code ${code.slice(0, 40)} is not on a receipt for your order at $1.50.`);
});

/** The middle of a code belongs to the price alone, whoever paid it. */
function priceOf(code: string): string | undefined {
  return /^PAID-([A-Z0-9]{4})-[A-Z0-9]{4}$/.exec(code)?.[1];
}
