// What a browser, or somebody with a copy of its cookie, does to the session through the harness's routes.

import { type App, Browser, type CheckContext, demand, setCookies } from '@cookie-lessons/check-kit';

type Answer = Awaited<ReturnType<App['get']>>;

/** A browser, or the app with a Cookie header that somebody copied. */
export type Visitor = Browser | { readonly app: App; readonly cookie: string };

type Step = 'get' | 'set' | 'delete' | 'renew' | 'end' | 'add-without-set' | 'add-after-set';

/** Fails the check when the answer isn't 2xx: every route of the harness answers 200. */
export async function does(visitor: Visitor, step: Step, name = '', value: unknown = null): Promise<Answer> {
  const json = { name, value };
  const answer =
    visitor instanceof Browser
      ? await visitor.post(`/${step}`, { json })
      : await visitor.app.post(`/${step}`, { json, headers: { cookie: visitor.cookie } });
  demand(
    answer.status < 300,
    `A handler called session.${step}(${name === '' ? '' : JSON.stringify(name)}), and the app answered ${answer.status}: "${answer.text.slice(0, 160)}".`,
  );
  return answer;
}

/** @returns null for what isn't there. */
export async function read(visitor: Visitor, name: string): Promise<unknown> {
  return (JSON.parse((await does(visitor, 'get', name)).text) as { value: unknown }).value;
}

export function copyOf(browser: Browser, app: App): Visitor {
  return { app, cookie: browser.cookieHeader('/') };
}

export async function countEntries({ functions }: Pick<CheckContext, 'functions'>): Promise<number> {
  return functions<{ countEntries(): number }>().countEntries();
}

/** Everything that a Set-Cookie of this answer puts into a cookie, decoded; '' where there is none. */
export function issued(answer: Answer): string {
  return setCookies(answer)
    .map(({ value }) => decoded(value))
    .join(' ');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^[0-9]*$/, Math.log2(10)],
  [/^[0-9a-f]*$/i, 4],
  [/^[0-9a-z]*$/, Math.log2(36)],
  [/^[0-9A-Za-z+/_-]*$/, 6],
];

/** How many bits the places that differ from id to id can hold. An upper bound: what follows from something else looks the same. */
export function bitsOf(ids: readonly string[]): number {
  const length = Math.min(...ids.map((id) => id.length));
  const places = Array.from({ length }, (_, at) => ids.map((id) => id.charAt(at)));
  const varying = places.filter((letters) => new Set(letters).size > 1);
  const all = varying.flat().join('');
  const [, bits] = alphabets.find(([alphabet]) => alphabet.test(all)) ?? [null, 6.5];
  return varying.length * bits;
}
