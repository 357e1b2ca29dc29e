// Everything random in a check: HMAC-SHA256 of the run's seed over check id and label, never one stream (a generator's state
// could be recovered from what it has shown).

import { createHmac } from 'node:crypto';

/** Each call needs a label, unique within the check; the same seed, check and label always give the same value. */
export interface Draw {
  /** Whole number, both ends included. */
  integer(label: string, min: number, max: number): number;
  pick<T>(label: string, from: readonly T[]): T;
  shuffle<T>(label: string, from: readonly T[]): T[];
  boolean(label: string): boolean;
  /** Lower-case letters a-z without meaning, e.g. `quzalom`; 7 unless told. */
  word(label: string, length?: number): string;
  /** A first name from a list of many. */
  name(label: string): string;
  /** Hexadecimal digits, two for each byte. */
  hex(label: string, bytes: number): string;
  /** An amount in cents, both ends included. */
  cents(label: string, min: number, max: number): number;
}

/** @param seed 32 bytes, bound to submission and exercise by whoever made the run. */
export function createDraw(seed: Uint8Array, checkId: string): Draw {
  const bytes = (label: string, counter: number): Buffer =>
    createHmac('sha256', seed)
      .update(JSON.stringify([checkId, label, counter]))
      .digest();
  // 48 bits: the modulo's bias is below 1 in 2^16 for every range a check uses.
  const integer = (label: string, min: number, max: number): number => min + (bytes(label, 0).readUIntBE(0, 6) % (max - min + 1));
  const pick = <T>(label: string, from: readonly T[]): T => from[integer(label, 0, from.length - 1)] as T;
  return {
    integer,
    pick,
    cents: integer,
    boolean: (label) => integer(label, 0, 1) === 1,
    name: (label) => pick(label, firstNames),
    hex: (label, length) =>
      Buffer.concat(Array.from({ length: Math.ceil(length / 32) }, (_, counter) => bytes(label, counter)))
        .toString('hex')
        .slice(0, length * 2),
    word: (label, length = 7) =>
      Array.from({ length }, (_, index) => letterAt(bytes(label, index).readUInt16BE(0), index)).join(''),
    shuffle: (label, from) =>
      from
        .map((item, index) => ({ item, rank: bytes(label, index).toString('hex') }))
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map(({ item }) => item),
  };
}

/** Consonants and vowels in turn, so that a drawn word can be read aloud. */
function letterAt(random: number, index: number): string {
  const letters = index % 2 === 0 ? 'bcdfghjklmnpqrstvwz' : 'aeiou';
  return letters[random % letters.length] as string;
}

const firstNames =
  'Ada Alan Amira Bela Bruno Carla Chen Dana Dario Edda Emeka Fatou Felix Goran Grace Hana Hugo Ines Ivan Jana Jonas Kemal Kira Lena Luis Mara Milan Nadia Noor Oskar Paula Pedro Quinn Rosa Ruben Sara Selim Tara Tomas Uma Vera Viktor Wanda Xenia Yusuf Zoe'.split(
    ' ',
  );
