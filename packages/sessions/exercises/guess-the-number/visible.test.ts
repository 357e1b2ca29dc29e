import { checksFor, demand } from '@cookie-lessons/check-kit';

import { begin, explainRefusal, foreignCookies, guess, guessesPerGame, halve, narrow, winEarly, withCookies, wrongFor } from './at-the-game'; // prettier-ignore
import { cheatIn } from './a-cheat';
import { findLeak, type Played } from './better-than-chance';
import { type Seen, seenAtTheBeginning } from './what-a-cheat-sees';

const { check } = checksFor('sessions/guess-the-number');

// A box for each game: on a busy machine that takes its time.
const attack = { env: { PART: 'attack' }, timeoutMs: 15_000 };
const app = { env: { PART: 'app' }, timeoutMs: 15_000 };

check('wins-at-once', async (context) => cheatIn(context, 'json', { times: 20 }), attack);

check(
  'knows-when-it-failed',
  async (context) => {
    for (const [round, holds] of context.draw.shuffle('kinds', ['json', 'flask', 'id'] as const).entries())
      await cheatIn(context, holds, { label: `round ${round}`, times: 2 });
  },
  attack,
);

// Some 400 requests: with fewer games, chance and a hidden pattern could not be told apart.
check(
  'nothing-to-read',
  async (context) => {
    explainRefusal(context);
    const { browser, explain } = context;
    let isAlone = false;
    explain('one-game-for-all', async () => {
      if (isAlone) return false;
      const player = browser();
      await begin(player);
      return (await halve(player)).number > 0;
    });
    const games: Played[] = [];
    for (let table = 0; table < 6; table++) {
      // Ten at a time, and all have begun before one ends.
      const players = Array.from({ length: 10 }, () => browser());
      const seen: Seen[] = [];
      for (const player of players) seen.push(await seenAtTheBeginning(player, () => begin(player)));
      for (const [at, player] of players.entries())
        games.push({ number: (await halve(player)).number, seen: seen[at] ?? new Map() });
    }
    isAlone = true;
    const leak = findLeak(games);
    explain('still-readable', () => leak?.kind === 'readable');
    explain('fifty-hashes', () => leak?.kind === 'hashed');
    explain('same-number-same-cookie', () => leak?.kind === 'repeated');
    const how = {
      readable: 'the number could be read in',
      hashed: 'the number could be found by trying out 1 to 50 on',
      repeated: 'the same number showed as the same text or bytes in',
    };
    demand(
      leak === null,
      `We played 60 games. Before the first guess ${how[leak?.kind ?? 'readable']} ${leak?.where}: right ${leak?.right} of ${leak?.of} times.`,
    );
  },
  app,
);

check(
  'six-guesses',
  async (context) => {
    explainRefusal(context);
    const { browser, explain } = context;
    const honest = browser();
    const { number, before } = await narrow(honest);
    const sixth = await guess(honest, wrongFor(number));
    demand(sixth.answer !== null, `A game has six guesses, but the sixth was refused with ${sixth.status}.`);
    const seventh = await guess(honest, wrongFor(number));
    demand(
      seventh.answer === null,
      `A game has six guesses, but the seventh, number=${wrongFor(number)}, was answered: "${seventh.answer}".`,
    );
    let hasBegunAgain = false;
    explain('counted-in-the-cookie', () => hasBegunAgain);
    // A game with a guess left, of which only the first cookies are sent from now on.
    const other = browser();
    const again = await narrow(other);
    hasBegunAgain = true;
    let answered = guessesPerGame - 1;
    for (let guesses = 0; guesses < guessesPerGame; guesses++) {
      const { answer } = await guess(withCookies(context, again.before[0] ?? ''), wrongFor(again.number));
      answered += answer === null ? 0 : 1;
    }
    demand(
      answered <= guessesPerGame,
      `The cookies of before the first guess were put back before every further one, and the game answered ${answered} guesses instead of six.`,
    );
    const late = await guess(withCookies(context, before[2] ?? ''), wrongFor(number));
    demand(late.answer === null, `After six guesses an older cookie was put back, and a seventh was answered: "${late.answer}".`);
  },
  app,
);

check(
  'over-is-over',
  async (context) => {
    explainRefusal(context);
    const { browser, explain } = context;
    for (const wins of [true, false]) {
      const player = browser();
      const { number, before } = await (wins ? winEarly(player) : narrow(player));
      if (!wins) {
        const { answer, status } = await guess(player, wrongFor(number));
        demand(answer !== null, `A game has six guesses, but the sixth was refused with ${status}.`);
      }
      const end = wins ? 'won' : 'lost';
      const further = await guess(player, number);
      demand(further.answer === null, `A game was ${end}, and a further guess in it was answered "${further.answer}".`);
      let replayed: Awaited<ReturnType<typeof guess>> | null = null;
      // Where the server counts, putting a cookie back again and again comes to an end all the same.
      explain('over-in-the-browser-only', async () => {
        if (!wins || replayed === null || replayed.answer === null) return false;
        for (let guesses = 0; guesses < guessesPerGame; guesses++) {
          const { answer } = await guess(withCookies(context, before[0] ?? ''), wrongFor(number));
          if (answer === null) return true;
        }
        return false;
      });
      explain('counted-in-the-cookie', () => replayed !== null && replayed.answer !== null);
      for (const [guesses, cookies] of before.entries()) {
        replayed = await guess(withCookies(context, cookies), number);
        demand(
          replayed.answer === null,
          `A game was ${end}. Then the cookies of before guess ${guesses + 1} were put back, and the right number was answered "${replayed.answer}".`,
        );
      }
    }
    await foreignCookies(context);
  },
  app,
);
