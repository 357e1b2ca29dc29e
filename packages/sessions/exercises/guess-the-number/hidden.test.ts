import { checksFor, demand } from '@cookie-lessons/check-kit';

import { begin, explainRefusal, guess, narrow, withCookies, wrongFor } from './at-the-game';
import { cheatIn, type Holds } from './a-cheat';

const { check } = checksFor('sessions/guess-the-number');

// Six games in boxes of their own: fewer could be guessed.
check(
  'any-game',
  async (context) => {
    const { draw } = context;
    const kinds: readonly Holds[] = draw.shuffle('kinds', [
      'json',
      'flask',
      'id',
      'sealed',
      draw.pick('fifth', ['json', 'id'] as const),
      draw.pick('sixth', ['flask', 'sealed'] as const),
    ]);
    for (const [round, holds] of kinds.entries()) await cheatIn(context, holds, { label: `round ${round}`, times: 2 });
  },
  { env: { PART: 'attack' }, timeoutMs: 20_000 },
);

check(
  'cookies-of-two-games',
  async (context) => {
    explainRefusal(context);
    const { browser, explain } = context;
    const player = browser();
    const { number, before } = await narrow(player);
    await guess(player, wrongFor(number));
    const first = before[0] ?? '';
    // A new game whose number is another one, in the same browser.
    let second: string;
    do {
      await begin(player);
      second = player.cookieHeader('/guess');
    } while ((await guess(player, number)).answer === 'You win');
    let mixed: Awaited<ReturnType<typeof guess>> | null = null;
    explain('counted-in-the-cookie', () => mixed?.answer === 'You win');
    for (const cookies of mixtures(first, second)) {
      mixed = await guess(withCookies(context, cookies), number);
      demand(
        mixed.answer !== 'You win',
        'A game was lost and a new one begun. Then cookies of the lost game were put back, or left out, and its number won.',
      );
    }
  },
  { env: { PART: 'app' } },
);

/** For each cookie: that of the first header, that of the second, or none; in every way but all of the second. */
function mixtures(first: string, second: string): string[] {
  const [a, b] = [pairs(first), pairs(second)];
  const names = [...new Set([...a.keys(), ...b.keys()])].slice(0, 3);
  const mixed = names.reduce<string[][]>(
    (headers, name) =>
      headers.flatMap((header) => [a, b, null].map((from) => [...header, from?.has(name) ? `${name}=${from.get(name)}` : ''])),
    [[]],
  );
  return [...new Set(mixed.map((header) => header.filter((pair) => pair !== '').join('; ')))].filter(
    (header) => header !== second,
  );
}

function pairs(header: string): Map<string, string> {
  return new Map(header.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
