// A tin of cookies with their recipes: values that zlib can't make much smaller, so that the session grows with the tin.

import { createHash } from 'node:crypto';

/** @returns flavor_0 … with the same values every time. */
export function tinOf(flavours: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: flavours }, (_, at) => [`flavor_${at}`, recipe(at)]));
}

/** 86 characters that say nothing. */
function recipe(at: number): string {
  return createHash('sha512').update(`recipe ${at}`).digest('base64url');
}
