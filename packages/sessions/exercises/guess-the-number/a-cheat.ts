// One game of ours after another, for attack.ts to cheat in, and what came of it.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type { GameSetup, Played, Tried } from '../../labs/guessable-game';

export type Holds = GameSetup['holds'];

/** Starts a game in a box of its own, and lets the attack cheat `times` times. Fails the check unless each comes out as it must. */
export async function cheatIn(context: CheckContext, holds: Holds, { label = 'game', times = 1 } = {}): Promise<void> {
  const { draw, explain, target, attack } = context;
  const setup: GameSetup = {
    holds,
    cookieName: draw.word(`${label} cookie`, 6),
    otherCookie: {
      name: `x${draw.word(`${label} other`, 5)}`,
      value: draw.word(`${label} value`),
      first: draw.boolean(`${label} first`),
    },
  };
  const game = await target('labs/guessable-game.ts', { env: { GAME_SETUP: JSON.stringify(setup) } });
  const isReadable = holds === 'json' || holds === 'flask';
  let answer: unknown;
  let threw = '';
  let tried: readonly Tried[] = [];
  let seen = 0;
  const claims = (): boolean => answer !== null && answer !== undefined;
  const isRight = (): boolean => tried.length === 1 && tried[0]?.said === 'You win';
  explain('throws-instead-of-null', () => /SyntaxError|URIError|InvalidCharacter/.test(threw));
  explain('claims-without-looking', () => claims() && !tried.some(({ said }) => said === 'You win'));
  explain('tries-numbers', () => tried.length > 1 || (tried.length === 1 && !isReadable));
  explain('plays-without-the-cookie', () => tried.some(({ cookie }) => cookie === 'none'));
  explain('changes-the-cookie', () => tried.some(({ cookie }) => cookie === 'changed'));
  explain('reads-another-number', () => isReadable && tried.length === 1 && !isRight());
  explain('finds-nothing', () => isReadable && tried.length === 0);

  for (let round = 0; round < times; round++) {
    try {
      answer = await attack(game, { name: 'cheat', maxRequests: 80 });
    } catch (error) {
      threw = String(error);
      throw error;
    }
    const played = (await game.call('readPlayed')) as Played;
    [tried, seen] = [played.tried.slice(seen), played.tried.length];
    const number = played.numbers.at(-1);
    demand(number !== undefined, 'cheat should begin a game with POST /games, and began none.');
    if (!isReadable) {
      // Whoever guesses by luck alone, and says so truly, is forgiven.
      const isLuck = isRight() && answer === tried[0]?.number;
      demand(
        answer === null || isLuck,
        `Here nothing tells the number: cheat should return null, but it returned ${shown(answer)}.`,
      );
      continue;
    }
    demand(tried.length === 1, `cheat should win with one guess, but it made ${tried.length}.`);
    demand(
      isRight(),
      `The number was ${number}. cheat guessed ${shown(tried[0]?.number)}, and the game said "${tried[0]?.said}".`,
    );
    demand(
      answer === tried[0]?.number,
      `cheat won with ${tried[0]?.number} and should return it, but it returned ${shown(answer)}.`,
    );
  }
}

function shown(answer: unknown): string {
  return typeof answer === 'string' ? `"${answer.slice(0, 80)}"` : String(answer);
}
