// Whoever has the key writes sessions as the server does. The sessions and keys here are made up for this exercise.
// What the key protects, and what it takes to forge: packages/secret-keys/lesson-text/what-the-key-protects.md

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * @param cookie the value of a Flask session cookie, as it stands in Set-Cookie.
 * @param key    what crack has found; null if it found nothing.
 * @param change names, each with the value that it shall have.
 * @returns the value of a cookie that the server takes for its own, or null where there is nothing to forge.
 */
export function forge(cookie: string, key: string | null, change: Readonly<Record<string, Json>>): string | null {
  // TODO: read the session, make the change, and write it again, with a signature of today.
  // TODO: return null if the key isn't the one that the cookie was signed with.
  void [cookie, key, change];
  return null;
}
