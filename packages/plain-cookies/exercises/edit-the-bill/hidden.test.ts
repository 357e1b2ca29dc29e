import { checksFor, demand } from '@cookie-lessons/check-kit';

import { attackOne } from './a-store';

const { check } = checksFor('plain-cookies/edit-the-bill');

check('any-store', async (context) => {
  const kinds = context.draw.shuffle('kinds', [
    'vulnerable',
    'vulnerable',
    'fixed',
    context.draw.pick('fourth', ['vulnerable', 'fixed'] as const),
  ] as const);
  for (const [round, kind] of kinds.entries()) {
    const { answer, entry, order } = await attackOne(context, kind, `round ${round}`);
    const worked = entry?.totalCents === 150 && entry.creditCents === 1_000_000;
    context.explain('claims-without-looking', () => answer === true && !worked);
    demand(entry !== undefined, `The store sold nothing; its order was ${order.total}.`);
    demand(
      kind === 'fixed' || worked,
      `A store that believes its cookies should have been fooled, but its books say ${entry.totalCents} cents and ${entry.creditCents} cents of credit.`,
    );
    context.explain('never-claims', () => answer === false && worked);
    demand(answer === worked, `The attack should return ${worked}.`);
  }
});
