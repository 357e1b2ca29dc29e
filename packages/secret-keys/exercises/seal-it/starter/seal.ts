// A voucher lies in a cookie, and its owner must not read what is written on it. Signing doesn't hide anything.
// What sealing has to get right: packages/secret-keys/lesson-text/sealing.md

/**
 * @param key 64 hex digits.
 * @returns the text to put into the cookie `name`, worth something until `untilMs`.
 */
export function seal(name: string, value: string, key: string, untilMs: number): string | Promise<string> {
  // TODO: encrypt and authenticate. What belongs to the value, so that it can't be used for something else, or later?
  void [name, value, key, untilMs];
  return '';
}

/** @returns the value that was sealed for this name with this key, as long as it's worth something; null for everything else. */
export function unseal(name: string, sealed: string, key: string, nowMs: number): string | null | Promise<string | null> {
  // TODO: give nothing out before all of it is known to be genuine.
  void [name, sealed, key, nowMs];
  return null;
}
