// Does anything that a player sees tell the number better than chance? Over many games of which the number came out afterwards.

import { createHash, createHmac, scryptSync } from 'node:crypto';

import { numbers } from './at-the-game';
import { type Seen, type View, viewsOf } from './what-a-cheat-sees';

export interface Played {
  readonly seen: Seen;
  readonly number: number;
}

export interface Leak {
  /** readable: it stands there; hashed: fifty tries find it; repeated: the same number looks the same in two games. */
  readonly kind: 'readable' | 'hashed' | 'repeated';
  /** In words: which place, read how. */
  readonly where: string;
  readonly right: number;
  readonly of: number;
}

/** Chance does as well once in a thousand million readings; a run has some thousands. */
const once = 1e-9;

/** @returns the plainest leak: what can be read before what must be tried out, and that before what must be compared. */
export function findLeak(games: readonly Played[]): Leak | null {
  const tables = games[0] === undefined ? [] : [...games[0].seen.keys()].flatMap((place) => tablesOf(place, games));
  return (
    best(tables, 'readable', ({ said }) => said) ??
    best(tables, 'hashed', ({ hashed }) => hashed) ??
    saltedHash(games) ??
    best(tables, 'repeated', ({ same }) => same)
  );
}

/** One for each feature of each way to read this place; none where it looks the same in all games, for then it tells nothing. */
function tablesOf(place: string, games: readonly Played[]): Table[] {
  if (new Set(games.map(({ seen }) => seen.get(place))).size === 1) return [];
  const tables = new Map<string, Map<string, Table>>();
  for (const { seen, number } of games) {
    for (const view of viewsOf(seen.get(place) ?? '')) {
      const ofThisWay = tables.get(view.way) ?? new Map<string, Table>();
      tables.set(view.way, ofThisWay);
      const where = view.way === '' ? place : `${place} (${view.way})`;
      for (const [feature, value] of featuresOf(view)) {
        const table: Table = ofThisWay.get(feature) ?? { where, first: new Map(), seen: new Set(), same: [0, 0], said: [0, 0], hashed: [0, 0] }; // prettier-ignore
        ofThisWay.set(feature, table);
        note(table, value, number);
      }
    }
  }
  return [...tables.values()].flatMap((ofThisWay) => [...ofThisWay.values()]);
}

type Score = [right: number, of: number];

interface Table {
  readonly where: string;
  /** The number of the first game with this value. */
  readonly first: Map<string, number>;
  /** Each value with the number of its game. What is made of the number comes again with it, and is no further evidence. */
  readonly seen: Set<string>;
  readonly same: Score;
  readonly said: Score;
  readonly hashed: Score;
}

function note(table: Table, value: string, number: number): void {
  const first = table.first.get(value);
  if (first === undefined) table.first.set(value, number);
  else count(table.same, first === number);
  const pair = `${number} ${value}`;
  if (table.seen.has(pair)) return;
  table.seen.add(pair);
  if (isNumber(value)) count(table.said, Number(value) === number);
  const hashed = value.length >= shortestHash ? hashes.get(value.replace(/=+$/, '').slice(0, shortestHash)) : undefined;
  if (hashed !== undefined) count(table.hashed, hashed === number);
}

function isNumber(value: string): boolean {
  return value.length <= 2 && /^[1-9]\d?$/.test(value) && Number(value) <= numbers;
}

function count(score: Score, isRight: boolean): void {
  score[0] += isRight ? 1 : 0;
  score[1]++;
}

/** What two games are compared by: a whole, its integers, and every two neighbouring bytes. */
function featuresOf({ text, bytes }: View): [string, string][] {
  const features: [string, string][] = [['whole', text]];
  for (const [index, digits] of (text.match(/\d+/g) ?? []).slice(0, 12).entries()) features.push([`integer ${index}`, digits]);
  for (let at = 0; at + 1 < Math.min(bytes.length, 120); at++) features.push([`bytes ${at}`, text.slice(at, at + 2)]);
  features.push(['end', text.slice(-2)]);
  return features;
}

function best(tables: readonly Table[], kind: Leak['kind'], scoreOf: (table: Table) => Score): Leak | null {
  let found: Leak | null = null;
  for (const table of tables) {
    const [right, of] = scoreOf(table);
    if (right > (found?.right ?? 0) && byChance(right, of) < once) found = { kind, where: table.where, right, of };
  }
  return found;
}

/** How often chance, one in fifty, is right at least so many times. */
function byChance(right: number, of: number): number {
  const [p, q] = [1 / numbers, 1 - 1 / numbers];
  let [sum, term] = [0, q ** of];
  for (let k = 0; k <= of; k++) {
    if (k >= right) sum += term;
    term *= ((of - k) / (k + 1)) * (p / q);
  }
  return sum;
}

const shortestHash = 8;
const algorithms = ['md5', 'sha1', 'sha256', 'sha512'] as const;
const spellings = ['hex', 'base64', 'base64url'] as const;

/** The beginnings of the hashes of 1 to 50. */
const hashes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: numbers }, (_, index) => index + 1).flatMap((number) =>
    algorithms.flatMap((algorithm) =>
      spellings.map((spelling) => {
        const hash = createHash(algorithm).update(String(number)).digest(spelling);
        return [hash.slice(0, shortestHash), number] as const;
      }),
    ),
  ),
);

/** A hash with a salt that stands beside it: fifty tries as well. Two games in which it comes out right are no chance. */
function saltedHash(games: readonly Played[]): Leak | null {
  for (const place of games[0]?.seen.keys() ?? []) {
    const right = games.slice(0, 2).filter(({ seen, number }) => {
      const cookies = [...seen].filter(([name]) => name.startsWith('the cookie')).map(([, text]) => text);
      return isSaltedHash(partsOf([seen.get(place) ?? '']), partsOf(cookies), number);
    }).length;
    if (place.startsWith('the cookie') && right === 2) return { kind: 'hashed', where: place, right, of: 2 };
  }
  return null;
}

function partsOf(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => viewsOf(text)).map(({ text }) => text).filter((text) => /^[A-Za-z0-9+/_=-]{4,200}$/.test(text)); // prettier-ignore
  return [...new Set(parts)].slice(0, 16);
}

function isSaltedHash(parts: readonly string[], salts: readonly string[], number: number): boolean {
  const wanted = new Set(parts.map((part) => part.replace(/=+$/, '')));
  const is = (hash: Buffer): boolean => spellings.some((spelling) => wanted.has(hash.toString(spelling).replace(/=+$/, '')));
  return salts.some((salt) => {
    const texts = ['', '.', ':', '-', '|'].flatMap((between) => [`${salt}${between}${number}`, `${number}${between}${salt}`]);
    return (
      algorithms.some((algorithm) => texts.some((text) => is(createHash(algorithm).update(text).digest()))) ||
      algorithms.some((algorithm) => is(createHmac(algorithm, salt).update(String(number)).digest())) ||
      (parts.some((part) => /^[0-9a-f]{128}$/.test(part)) && is(scryptSync(String(number), salt, 64)))
    );
  });
}
