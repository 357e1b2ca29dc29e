import { checksFor, demand } from '@cookie-lessons/check-kit';

import { issue } from './a-customers-session';
import { demandForged, demandFresh, forgeOne, quoted } from './a-forger';
import type { forge as solution } from './starter/forge';

const { check } = checksFor('secret-keys/forge-a-session');

const nowMs = Date.UTC(2026, 8, 21, 13, 46, 40);
const [hour, day] = [3_600_000, 86_400_000];

check(
  'believed',
  async (context) => {
    for (const label of ['first', 'second']) {
      const issued = issue(context.draw, label, { issuedMs: nowMs - hour });
      await demandForged(context, { what: 'a short session', issued, nowMs }, false);
    }
  },
  { nowMs },
);

check(
  'keeps-the-rest',
  async (context) => {
    for (const more of ['umlauts', 'a date and numbers'] as const) {
      const issued = issue(context.draw, more, { with: more, issuedMs: nowMs - hour });
      await demandForged(context, { what: `a session with ${more}`, issued, nowMs }, true);
    }
  },
  { nowMs },
);

check(
  'compressed',
  async (context) => {
    for (const label of ['first', 'second']) {
      const issued = issue(context.draw, label, { compressed: true, issuedMs: nowMs - hour });
      await demandForged(context, { what: 'a compressed session', issued, nowMs }, false); // prettier-ignore
    }
  },
  { nowMs },
);

check(
  'of-today',
  async (context) => {
    for (const days of context.draw.shuffle('days', [3, 20, 45, 700])) {
      const label = `${days} days`;
      const issued = issue(context.draw, label, { issuedMs: nowMs - days * day });
      await demandFresh(context, { what: `a session of ${label} ago`, issued, nowMs }); // prettier-ignore
    }
  },
  { nowMs },
);

check(
  'nothing-to-forge',
  async (context) => {
    const { draw, explain, functions } = context;
    const { forge } = functions<{ forge: typeof solution }>();
    const issued = issue(draw, 'session', { issuedMs: nowMs - hour });
    // Whether the server believes it is looked at elsewhere.
    await forgeOne(context, { what: 'a short session', issued, nowMs });
    const wrongKeys = [null, draw.word('wrong'), draw.hex('strong', 32), `${issued.key} `, issued.key.toUpperCase()];
    for (const key of wrongKeys.filter((each) => each !== issued.key)) {
      const forged = await forge(issued.cookie, key, issued.change);
      explain('forges-anyway', () => typeof forged === 'string');
      explain('something-else-than-null', () => forged !== null);
      demand(
        forged === null,
        `With ${key === null ? 'no key' : 'another key than that of the cookie'}, forge should return null, but it returned ${quoted(forged)}.`,
      );
    }
  },
  { nowMs },
);
