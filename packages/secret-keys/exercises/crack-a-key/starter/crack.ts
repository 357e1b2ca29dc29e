// Guessing a key needs one cookie that was signed with it, and nothing else. The cookies here are made up for this exercise.
// Why words don't last, and how fast it is: packages/secret-keys/lesson-text/strength.md

/**
 * @param cookie the value of a Flask session or of a signed cookie (`s%3A…`), as it stands in Set-Cookie.
 * @param words  the text of a list, one word a line.
 * @returns the word that the cookie was signed with, or null.
 */
export function crack(cookie: string, words: string): string | null {
  // TODO: take the cookie apart into what was signed, and the signature.
  // TODO: try every word of the list.
  void [cookie, words];
  return null;
}
