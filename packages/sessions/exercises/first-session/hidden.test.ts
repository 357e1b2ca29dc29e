import { type Browser, checksFor } from '@cookie-lessons/check-kit';

import { demandSeen, drawNames, explainSetUp, flavours, send, type Wish, withSomeKey } from './a-visitor';

const { check } = checksFor('sessions/first-session');

interface Visitor {
  readonly browser: Browser;
  name: string | null;
  box: readonly string[];
}

type Step = readonly [who: number, does: 'name' | 'box' | 'forget-name' | 'forget-all'];

// Some 70 requests: every visitor is looked at after each step, since what one does must not show on another's page.
check(
  'several-visitors',
  async (context) => {
    const { browser, draw } = context;
    const names = drawNames(context, 12);
    const visitors = [0, 1, 2].map((): Visitor => ({ browser: browser(), name: null, box: [] }));
    explainSetUp(context);
    const [one = 0, two = 1, three = 2] = draw.shuffle('roles', [0, 1, 2]);
    const begins = [0, 1, 2].flatMap((who): Step[] => [
      [who, 'name'],
      [who, 'box'],
      [who, 'box'],
    ]);
    const goesOn: readonly Step[] = [
      [one, 'forget-name'],
      [two, 'forget-all'],
      [three, 'name'],
      [two, 'box'],
      [one, 'box'],
    ];
    for (const [at, [who, does]] of [...draw.shuffle('begins', begins), ...goesOn].entries()) {
      const visitor = visitors[who] as Visitor;
      const [name = '', flavour] = [names[at % names.length], draw.pick(`flavour ${at}`, flavours)];
      const wish: Wish = does === 'name' ? { name } : does === 'box' ? { flavour } : does;
      await send(visitor.browser, wish);
      if (does !== 'box') visitor.name = does === 'name' ? name : null;
      if (does === 'box') visitor.box = [...visitor.box, flavour];
      if (does === 'forget-all') visitor.box = [];
      for (const [index, seen] of visitors.entries())
        await demandSeen(seen.browser, seen, `After ${at + 1} requests of three visitors, for visitor ${index + 1}`);
    }
  },
  withSomeKey,
);
