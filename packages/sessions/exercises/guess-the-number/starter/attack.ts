// `fetch` reaches one game and nothing else. It has no jar: cookies go along only if you send them.
// What can be read in a signed cookie: packages/sessions/lesson-text/signed-is-not-encrypted.md

type Fetch = typeof globalThis.fetch;

/** Plays one game. @returns the number with which it was won at the first guess, or null where nothing tells the number. */
export async function cheat(fetch: Fetch, baseUrl: string): Promise<number | null | undefined> {
  await fetch(`${baseUrl}/games`, { method: 'POST' });
  // TODO: read the number in what the game has sent, and win with a single guess.
  return undefined;
}
