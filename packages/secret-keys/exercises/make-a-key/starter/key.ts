// The key behind every session: drawn once, and given to the program in SESSION_KEY whenever it starts.
// How a key is made, and what only looks like one: packages/secret-keys/lesson-text/make-a-key.md

type Env = Readonly<Record<string, string | undefined>>;

/** @returns a new key, as text. */
export function generateKey(): string {
  // TODO: draw 32 random bytes and write them down.
  return '';
}

/** @returns the key in `env.SESSION_KEY`. @throws where there is none, or what is there can't be a key. */
export function loadKey(env: Env): string {
  // TODO: take off white space, and refuse what can't be a key.
  return env.SESSION_KEY ?? '';
}
