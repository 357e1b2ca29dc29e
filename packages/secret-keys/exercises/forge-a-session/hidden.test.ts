import { checksFor, demand } from '@cookie-lessons/check-kit';

import { issue } from './a-customers-session';
import { demandForged, demandFresh } from './a-forger';
import type { forge as solution } from './starter/forge';

const { check } = checksFor('secret-keys/forge-a-session');

const nowMs = Date.UTC(2027, 1, 3, 4, 5, 6);
const day = 86_400_000;

check(
  'any-session',
  async (context) => {
    const { draw, functions, explain } = context;
    const rounds = [false, true].flatMap((compressed) =>
      (['umlauts', 'a date and numbers'] as const).map((more) => ({ compressed, more })),
    );
    for (const { compressed, more } of draw.shuffle('rounds', rounds)) {
      const label = `${compressed} ${more}`;
      const issued = issue(draw, label, {
        compressed,
        with: more,
        issuedMs: nowMs - draw.integer(`${label} days`, 2, 900) * day,
      });
      const job = { what: 'a drawn session', issued, nowMs };
      await demandForged(context, job, true);
      await demandFresh(context, job);
      const anyway = await functions<{ forge: typeof solution }>().forge(
        issued.cookie,
        draw.word(`${label} wrong`),
        issued.change,
      );
      explain('forges-anyway', () => typeof anyway === 'string');
      demand(anyway === null, 'For a drawn session and another key than its own, forge should return null.');
    }
  },
  { nowMs },
);
