// Visitors of the bakery's page: what they do there, and what it says to them.

import { type Browser, type CheckContext, demand, plainText, setCookies } from '@cookie-lessons/check-kit';

/** Those of task and starter. */
export const flavours = ['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'];

/** The lesson's text calls it SESSION_KEY; a program copied from there is welcome. */
export function environment(key: string): Readonly<Record<string, string>> {
  return { SECRET_KEY: key, SESSION_KEY: key };
}

/** For the checks that are not about the key. */
export const withSomeKey = { env: environment('5d6f0a3c9be84d71a2c5e1f7b8094e63c07f41d98ab2563e0fd1957c84e6ba22') };

/** Different first names. */
export function drawNames({ draw }: Pick<CheckContext, 'draw'>, count: number): readonly string[] {
  const names = 'Ada Bela Chen Dana Edda Felix Grace Hugo Ines Jana Kemal Luis Mara Noor Oskar Paula Quinn Rosa Sara Tomas';
  return draw.shuffle('names', names.split(' ')).slice(0, count);
}

export interface Seen {
  /** null: a stranger. */
  readonly name: string | null;
  readonly box: readonly string[];
}

/** What GET / says. Fails the check when the page is broken or says nothing of the kind. */
export async function look(visitor: Browser): Promise<Seen> {
  const { status, text } = await visitor.get('/');
  const said = plainText(text);
  demand(status < 400, `GET / should show the page, but it answered ${status}: "${withoutStack(said)}".`);
  const name = /Hello, ([A-Za-z]{1,20})!/.exec(said)?.[1];
  demand(name !== undefined, `GET / should say "Hello, " and a name or "stranger", but it says "${said.slice(0, 150)}".`);
  return { name: name === 'stranger' ? null : name, box: boxIn(said) };
}

function boxIn(said: string): readonly string[] {
  const from = said.indexOf('Your box: ');
  demand(from !== -1, `GET / should say "Your box: " and what is in it, but it says "${said.slice(0, 150)}".`);
  const box: string[] = [];
  let rest = said.slice(from + 'Your box: '.length);
  for (;;) {
    const next = flavours.find((flavour) => rest.startsWith(flavour));
    if (next === undefined) return box;
    box.push(next);
    rest = rest.slice(next.length);
    if (!rest.startsWith(', ')) return box;
    rest = rest.slice(2);
  }
}

export type Wish = { readonly name: string } | { readonly flavour: string } | 'forget-name' | 'forget-all';

/** Sends the form. */
export async function send(visitor: Browser, wish: Wish): ReturnType<Browser['post']> {
  const path = typeof wish === 'string' ? `/${wish}` : 'name' in wish ? '/name' : '/box';
  const answer = await visitor.post(path, { follow: false, ...(typeof wish === 'string' ? {} : { form: { ...wish } }) });
  const said = withoutStack(plainText(answer.text));
  demand(
    answer.status < 400,
    `POST ${path} should be answered with a page or a redirect, but it was ${answer.status}: "${said}".`,
  );
  return answer;
}

/** Express's page about an error, without the lines that say where. */
function withoutStack(said: string): string {
  return said.slice(0, 150).replace(/ at .*/, '');
}

/** Fails the check unless GET / says just this. */
export async function demandSeen(visitor: Browser, wanted: Seen, when: string): Promise<void> {
  const seen = await look(visitor);
  demand(
    seen.name === wanted.name && seen.box.join() === wanted.box.join(),
    `${when}, GET / should say ${inWords(wanted)}. It says ${inWords(seen)}.`,
  );
}

function inWords({ name, box }: Seen): string {
  return `"Hello, ${name ?? 'stranger'}!" and "Your box: ${box.join(', ') || 'empty'}"`;
}

/** What can be wrong in every check: sessions that are set up but never reach a page. */
export function explainSetUp({ browser, explain, files, output }: CheckContext): void {
  const lines = linesOf(files);
  const first = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
  const isSetUpAt = first(/[sS]ession\((\{|$)/);
  explain('memory-of-the-server', async () => {
    await send(browser(), { name: 'Zoe' });
    return (await look(browser())).name === 'Zoe';
  });
  explain('nothing-there-yet', async () => {
    const { status, text } = await browser().post('/box', { form: { flavour: 'thin mints' }, follow: false });
    return status >= 500 && /of undefined|of null|not iterable/.test(text);
  });
  explain('set-up-after-the-routes', () => isSetUpAt > first(/app\.(get|post)\(/));
  explain('written-after-the-answer', async () => {
    if (/changed after the headers were sent/.test(await output())) return true;
    return lines.some((line, at) => /^\s*res\..*(redirect|send|end|json)\(/.test(line) && writes(lines[at + 1] ?? ''));
  });
  explain('secure-without-https', async () => {
    const visitor = browser();
    const answer = await visitor.post('/name', { form: { name: 'Zoe' }, follow: false });
    return answer.status < 400 && setCookies(answer).length === 0 && first(/secure: true/i) !== -1;
  });
}

/** What isn't a comment of the program, each line cut: a pattern must not take long on a line that somebody has made for it. */
export function linesOf(files: ReadonlyMap<string, string>): readonly string[] {
  const lines = (files.get('app.ts') ?? '').split('\n').map((line) => line.slice(0, 200));
  return lines.filter((line) => !/^\s*(\/\/.*)?$/.test(line));
}

function writes(line: string): boolean {
  return /(session|Session).*[^=!<>]=[^=]|delete .*[sS]ession|\.push\(/.test(line);
}
