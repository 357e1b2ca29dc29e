// An old visitor in whose cookies something stands that is no flavour.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import { demandNoOldCookies, drawFlavours, explainLeft, inWords, look, oldVisitor, taste } from './a-visitor';

/** `text` stands in one of four old cookies, or a long one in all five. Fails the check if the page says it, breaks or forgets. */
export async function bringAlong(context: CheckContext, text: string, round: number): Promise<void> {
  const { draw, explain } = context;
  const [wish = '', ...known] = drawFlavours(context, `known ${round}`, 5);
  const visitor = oldVisitor(context, known);
  const isLong = text.length > 700;
  const at = draw.integer(`at ${round}`, 0, 3);
  for (const place of isLong ? [0, 1, 2, 3, 4] : [at])
    visitor.edit(`flavor_${place}`, text.startsWith('%') ? text : encodeURIComponent(text));
  const cookie = isLong
    ? `${text.slice(0, 20)}… (${text.length} octets) in each of flavor_0 to flavor_4`
    : `flavor_${at}=${text}`;

  const { status, text: page } = await visitor.get('/');
  demand(status < 400, `An old visitor has ${cookie}, and GET / answered ${status}.`);
  const isShown = text.length > 5 && page.includes(text);
  explain('carries-over-anything', () => isShown);
  demand(!isShown, `An old visitor has ${cookie}, which is no flavour of the list, and GET / says it.`);
  const seen = await look(visitor, `With ${cookie}`);
  const foreign = seen.find((flavour) => !known.includes(flavour) && flavour !== 'molasses');
  demand(foreign === undefined, `An old visitor had ${known.join(', ')} and ${cookie}, and GET / says ${inWords(seen)}.`);

  await taste(visitor, wish);
  const [newest] = await look(visitor, `With ${cookie}, after tasting ${wish}`);
  explain('carries-over-anything', () => isLong);
  demand(newest === wish, `An old visitor had ${cookie}, and then tasted ${wish}: GET / should say that first.`);
  explainLeft(context, visitor);
  demandNoOldCookies(visitor, `For an old visitor with ${cookie}`);
}
