// `fetch` reaches one shop and nothing else. It has no jar: cookies go along only if you send them.
// What fixation is: packages/sessions/lesson-text/life-of-a-session.md

type Fetch = typeof globalThis.fetch;

/** @returns the cookies to plant in the victim's browser, e.g. `name=value; other=value`. */
export async function plant(fetch: Fetch, baseUrl: string): Promise<string> {
  await fetch(baseUrl);
  // TODO: become a visitor with a session, and return its cookies.
  return '';
}

/** Called once the victim has logged in. @returns the victim's address, or null where the shop was not fooled. */
export async function collect(_fetch: Fetch, _baseUrl: string, _planted: string): Promise<string | null | undefined> {
  // TODO: look into the victim's account with the planted cookies.
  return undefined;
}
