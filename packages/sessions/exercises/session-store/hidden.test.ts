import { checksFor, demand } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

import { countEntries, does, read } from './a-browser';

const { check } = checksFor('sessions/session-store');

check('only-set-changes', async ({ browser, draw, explain }) => {
  const ada = browser();
  const name = draw.word('name');
  const [first, second] = [draw.word('first'), draw.word('second', 6)];
  await does(ada, 'set', name, [first]);
  expect(await read(ada, name)).toEqual([first]);
  explain('shared-reference', () => true);
  await does(ada, 'add-without-set', name, second);
  expect(await read(ada, name)).toEqual([first]);
  await does(ada, 'add-after-set', name, second);
  expect(await read(ada, name)).toEqual([second]);
});

check(
  'leaves-nothing-behind',
  async (context) => {
    const { browser, clock, draw, explain, reload } = context;
    await reload({ env: { IDLE_MS: '600000', ABSOLUTE_MS: '3600000' } });
    const name = draw.word('name');
    const count = draw.integer('count', 3, 6);
    for (let made = 0; made < count; made++) await does(browser(), 'set', name, made);
    const faithful = browser();
    await does(faithful, 'set', name, 'still here');
    expect(await countEntries(context)).toBe(count + 1);
    await clock.advance({ minutes: 8 });
    expect(await read(faithful, name)).toBe('still here');
    await clock.advance({ minutes: 8 });
    await does(browser(), 'set', name, 1);
    const entries = await countEntries(context);
    explain('never-swept', () => entries > 2);
    demand(
      entries === 2,
      `${count} sessions are over, one goes on and one has just begun: 2 entries should stand in the store, not ${entries}.`,
    );
    expect(await read(faithful, name)).toBe('still here');
  },
  { nowMs: Date.UTC(2026, 2, 3, 9) },
);
