// Players of the game in app.ts: honest ones who halve, and what the game says to them.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

export const numbers = 50;
export const guessesPerGame = 6;

/** What POST /guess came to; `answer` is null where it was refused. */
export interface Said {
  readonly answer: 'Too low' | 'Too high' | 'You win' | null;
  readonly status: number;
}

export async function begin(player: Browser): Promise<void> {
  const { status, text } = await player.post('/games');
  demand(status < 400, `POST /games should begin a game, but it answered ${status}: "${plainText(text).slice(0, 120)}".`);
}

/** A refusal is any 4xx; a 5xx fails the check, and so does an answer in other words. */
export async function guess(player: Browser, number: number): Promise<Said> {
  const { status, text } = await player.post('/guess', { form: { number: String(number) } });
  const said = plainText(text);
  demand(status < 500, `POST /guess with number=${number} broke with status ${status}: "${said.slice(0, 200)}".`);
  if (status >= 400) return { answer: null, status };
  const [answer] = /Too low|Too high|You win/.exec(said) ?? [];
  demand(
    answer !== undefined,
    `POST /guess with number=${number} should say "Too low", "Too high" or "You win", or be refused with 4xx, but it answered ${status}: "${said.slice(0, 120)}".`,
  );
  return { answer: answer as Said['answer'], status };
}

/** Somebody with this Cookie header, put back from earlier. */
export function withCookies({ browser }: Pick<CheckContext, 'browser'>, header: string): Browser {
  const player = browser();
  for (const pair of header.split('; ').filter((each) => each.includes('=')))
    player.edit(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  return player;
}

/** A game whose number is known by now. */
export interface Known {
  readonly number: number;
  /** The Cookie header before each guess, the oldest first. */
  readonly before: readonly string[];
}

/** Wins the game that has begun, as everybody can in six guesses: by halving. Fails the check where that doesn't succeed. */
export async function halve(player: Browser): Promise<Known> {
  let [low, high] = [1, numbers];
  const [story, before]: [string[], string[]] = [[], []];
  while (low <= high && before.length < guessesPerGame) {
    const number = Math.floor((low + high) / 2);
    before.push(player.cookieHeader('/guess'));
    const { answer, status } = await guess(player, number);
    story.push(`${number}: ${answer ?? `refused with ${status}`}`);
    if (answer === 'You win') return { number, before };
    if (answer === null) break;
    if (answer === 'Too low') low = number + 1;
    else high = number - 1;
  }
  demand(false, `Whoever halves wins in six guesses. This game said: ${story.join('; ')}.`);
}

/** Plays until a game is won before its sixth guess. */
export async function winEarly(player: Browser): Promise<Known> {
  for (let game = 0; game < 30; game++) {
    await begin(player);
    const won = await halve(player);
    if (won.before.length < guessesPerGame) return won;
  }
  demand(false, 'Thirty games in a row were won with the sixth guess.');
}

/** Plays games until one is known after five guesses that all were wrong: the sixth is left. */
export async function narrow(player: Browser): Promise<Known> {
  for (let game = 0; game < 30; game++) {
    await begin(player);
    const before: string[] = [];
    let [low, high] = [1, numbers];
    let isOver = false;
    for (let guesses = 1; guesses < guessesPerGame; guesses++) {
      before.push(player.cookieHeader('/guess'));
      // Where the number is known already, one that is wrong on purpose.
      const middle = low === high ? (low === 1 ? numbers : 1) : Math.floor((low + high) / 2);
      const { answer, status } = await guess(player, middle);
      demand(
        answer !== null,
        `A game has six guesses; the one numbered ${guesses}, number=${middle}, was refused with ${status}.`,
      );
      isOver = answer === 'You win';
      if (isOver) break;
      if (low === high) continue;
      if (answer === 'Too low') low = middle + 1;
      else high = middle - 1;
    }
    if (isOver) continue;
    demand(low === high, `Five guesses were answered, and no number is left that fits to all of them.`);
    return { number: low, before: [...before, player.cookieHeader('/guess')] };
  }
  demand(false, 'Thirty games in a row were won by chance before the sixth guess.');
}

/** Wrong for sure, given the number. */
export function wrongFor(number: number): number {
  return number === 1 ? 2 : number - 1;
}

/** Changed cookies and nonsense belong to no game: the guess is refused, and an honest game goes on beside them. */
export async function foreignCookies({ browser, explain }: Pick<CheckContext, 'browser' | 'explain'>): Promise<void> {
  const honest = browser();
  await begin(honest);
  const flip = (text: string): string => (text.startsWith('Q') ? 'z' : 'Q') + text.slice(1);
  const changes: readonly ((value: string) => string)[] = [
    flip,
    (value) => value.slice(0, Math.floor(value.length / 2)),
    ...['%', 'null', 'e30', 's:j:{}', '__proto__', 'x'.repeat(900), 'AAAA.AAAA.AAAA'].map((text) => () => text),
  ];
  for (const change of changes) {
    const cookies = honest.cookies().map(({ name, value }) => `${name}=${change(value)}`).join('; '); // prettier-ignore
    const stranger = withCookies({ browser }, cookies);
    const answers = [await stranger.get('/'), await stranger.post('/guess', { form: { number: '25' } })];
    const broken = answers.find(({ status }) => status >= 500);
    explain('breaks-on-nonsense', () => broken !== undefined);
    demand(broken === undefined, `With ${cookies.slice(0, 80)} in the cookies, the game broke with status ${broken?.status}.`);
    const status = answers[1]?.status ?? 0;
    demand(
      status >= 400,
      `With ${cookies.slice(0, 80)} in the cookies, a guess should be refused with 4xx, but it was ${status}.`,
    );
  }
  await halve(honest);
}

/** Is anybody served at all? Asked only after a failure. */
export function explainRefusal({ browser, explain }: Pick<CheckContext, 'browser' | 'explain'>): void {
  explain('refuses-everybody', async () => {
    const player = browser();
    const { status } = await player.post('/games', { follow: false });
    if (status >= 400 && status < 500) return true;
    return (await guess(player, 25)).answer === null;
  });
}
