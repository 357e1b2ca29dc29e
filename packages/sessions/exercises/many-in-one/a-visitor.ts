// Visitors of the tasting page: new ones, and old ones who bring their cookies along.

import { type Browser, type CheckContext, demand, plainText } from '@cookie-lessons/check-kit';

/** Those of task and starter. */
export const flavours = [
  ...['oatmeal raisin', 'chocolate chip', 'thin mints', 'snickerdoodle', 'peanut butter', 'ginger snap'],
  ...['lemon drop', 'pecan sandy', 'molasses', 'shortbread', 'almond crescent', 'fig bar'],
];

/** The lesson's text calls it SESSION_KEY; a program copied from there is welcome. */
export function environment(key: string): Readonly<Record<string, string>> {
  return { SECRET_KEY: key, SESSION_KEY: key };
}

/** For the checks that are not about the key. */
export const withSomeKey = { env: environment('5d6f0a3c9be84d71a2c5e1f7b8094e63c07f41d98ab2563e0fd1957c84e6ba22') };

/** Different flavours. */
export function drawFlavours({ draw }: Pick<CheckContext, 'draw'>, label: string, count: number): readonly string[] {
  return draw.shuffle(label, flavours).slice(0, count);
}

/** A browser that was here when the page had five cookies. The newest first. */
export function oldVisitor({ browser }: Pick<CheckContext, 'browser'>, tasted: readonly string[]): Browser {
  const visitor = browser();
  tasted.forEach((flavour, at) => visitor.edit(`flavor_${at}`, encodeURIComponent(flavour)));
  return visitor;
}

/** What GET / says was tasted. Fails the check when the page is broken or says nothing of the kind. */
export async function look(visitor: Browser, when = 'As always'): Promise<readonly string[]> {
  const { status, text } = await visitor.get('/');
  const said = plainText(text);
  demand(status < 400, `${when}, GET / should show the page, but it answered ${status}: "${withoutStack(said)}".`);
  const from = said.indexOf('Tasted last: ');
  demand(from !== -1, `GET / should say "Tasted last: " and the flavours, but it says "${said.slice(0, 150)}".`);
  const tasted: string[] = [];
  let rest = said.slice(from + 'Tasted last: '.length);
  for (;;) {
    const next = flavours.find((flavour) => rest.startsWith(flavour));
    if (next === undefined) return tasted;
    tasted.push(next);
    rest = rest.slice(next.length);
    if (!rest.startsWith(', ')) return tasted;
    rest = rest.slice(2);
  }
}

/** Express's page about an error, without the lines that say where. */
function withoutStack(said: string): string {
  return said.slice(0, 150).replace(/ at .*/, '');
}

/** Fails the check unless GET / says just these. */
export async function demandTasted(visitor: Browser, wanted: readonly string[], when: string): Promise<void> {
  demandSame(await look(visitor, when), wanted, when);
}

export function demandSame(seen: readonly string[], wanted: readonly string[], when: string): void {
  demand(seen.join() === wanted.join(), `${when}, GET / should say ${inWords(wanted)}. It says ${inWords(seen)}.`);
}

export function inWords(tasted: readonly string[]): string {
  return `"Tasted last: ${tasted.join(', ') || 'nothing yet'}"`;
}

export async function taste(visitor: Browser, flavour: string): Promise<void> {
  const { status, text } = await submit(visitor, '/taste', { flavour });
  const said = withoutStack(plainText(text));
  demand(
    status < 400,
    `POST /taste with flavour=${flavour} should be answered with a page or a redirect, but it was ${status}: "${said}".`,
  );
}

export async function forget(visitor: Browser): Promise<void> {
  const { status } = await submit(visitor, '/forget', {});
  demand(status < 400, `POST /forget should be answered with a page or a redirect, but it was ${status}.`);
}

/** Looks at no page afterwards; only a redirect that asks for the same form once more is followed, as a browser does. */
async function submit(visitor: Browser, path: string, form: Readonly<Record<string, string>>): ReturnType<Browser['post']> {
  const answer = await visitor.post(path, { form, follow: false });
  return answer.status === 307 || answer.status === 308 ? visitor.post(path, { form, follow: false }) : answer;
}

/** The names of the old cookies that a browser still holds. */
export function oldCookies(visitor: Browser): readonly string[] {
  return visitor.cookies().flatMap(({ name }) => (/^flavor_/.test(name) ? [name] : []));
}

export function demandNoOldCookies(visitor: Browser, when: string): void {
  const left = oldCookies(visitor);
  demand(left.length === 0, `${when}, the browser should hold no cookie named flavor_…, but it holds ${left.join(', ')}.`);
}

/** What can be wrong in every check. */
export function explainSession({ browser, explain }: CheckContext): void {
  explain('memory-of-the-server', async () => {
    const [one, other] = [browser(), browser()];
    await taste(one, 'molasses');
    return one.cookies().length === 0 && (await look(other)).includes('molasses');
  });
  explain('change-inside-a-value', async () => {
    const visitor = browser();
    for (const flavour of ['fig bar', 'molasses']) await taste(visitor, flavour);
    return visitor.cookies().length > 0 && (await look(visitor)).join() === 'fig bar';
  });
}

/** Old cookies that `visitor` still holds when the check has failed. */
export function explainLeft({ explain }: Pick<CheckContext, 'explain'>, visitor: Browser): void {
  const left = (): readonly string[] => oldCookies(visitor).map((name) => visitor.value(name) ?? '');
  explain('emptied-not-deleted', () => left().length > 0 && left().every((value) => value === ''));
  explain('old-cookies-left', () => left().length > 0);
}
