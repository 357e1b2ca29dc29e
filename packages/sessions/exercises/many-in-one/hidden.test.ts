import { type Browser, checksFor } from '@cookie-lessons/check-kit';

import { demandNoOldCookies, demandTasted, drawFlavours, explainSession, flavours, forget, oldVisitor, taste, withSomeKey } from './a-visitor'; // prettier-ignore

const { check } = checksFor('sessions/many-in-one');

interface Visitor {
  readonly browser: Browser;
  tasted: readonly string[];
}

// Some 70 requests: everybody is looked at after each step, since what one visitor does must not show on another's page.
check(
  'several-visitors',
  async (context) => {
    const { browser, draw } = context;
    const had = [drawFlavours(context, 'had', 5), drawFlavours(context, 'had, too', 3)];
    const visitors: readonly Visitor[] = [
      ...had.map((tasted) => ({ browser: oldVisitor(context, tasted), tasted })),
      ...[1, 2].map(() => ({ browser: browser(), tasted: [] })),
    ];
    explainSession(context);
    const tastes = draw.shuffle('tastes', [0, 1, 2, 3, 0, 1, 2, 3]);
    // The first one is old: nobody has looked at a page yet.
    const steps = [
      draw.integer('first', 0, 1),
      ...tastes.slice(0, 4),
      'forget' as const,
      ...tastes.slice(4),
      'forget' as const,
      0,
      3,
    ];
    const forgetful = draw.shuffle('forgetful', [1, 2]);
    for (const [at, step] of steps.entries()) {
      const who = step === 'forget' ? (forgetful.pop() ?? 0) : step;
      const visitor = visitors[who] as Visitor;
      const flavour = draw.pick(`flavour ${at}`, flavours.filter((each) => !visitor.tasted.includes(each))); // prettier-ignore
      if (step === 'forget') await forget(visitor.browser);
      else await taste(visitor.browser, flavour);
      visitor.tasted = step === 'forget' ? [] : [flavour, ...visitor.tasted].slice(0, 5);
      for (const [index, each] of visitors.entries()) {
        const when = `After ${at + 1} requests, for ${index < 2 ? 'old' : 'new'} visitor ${(index % 2) + 1}`;
        await demandTasted(each.browser, each.tasted, when);
        demandNoOldCookies(each.browser, when);
      }
    }
  },
  withSomeKey,
);
