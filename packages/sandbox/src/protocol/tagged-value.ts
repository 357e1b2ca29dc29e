// Values as they cross the wall: JSON in which everything that JSON can't say carries a tag. Used on both sides.
// Objects travel as lists of [key, value], so that `__proto__` stays data.

export type Tagged =
  | string
  | boolean
  | null
  | number
  | { readonly t: 'undefined' | 'nan' | 'inf' | '-inf' | '-0' }
  | { readonly t: 'bigint' | 'date' | 'bytes'; readonly v: string }
  | { readonly t: 'array' | 'set'; readonly v: readonly Tagged[] }
  | { readonly t: 'object' | 'map'; readonly v: readonly (readonly [Tagged, Tagged])[] }
  | { readonly t: 'fetch' };

/** A value that can't travel: a function, a symbol, something that contains itself, or more than a check should have to look at. */
export class NotByValue extends Error {
  override readonly name = 'NotByValue';
}

const maxDepth = 64;
/** Whoever compares or prints a value takes time for each part of it: a million numbers were seen to cost a check six seconds. */
const maxValues = 50_000;
/** All text of one value together. */
const maxCharacters = 256 * 1024;

/** Who made a value: what a check hands in is as large as it likes, what a program answers is capped. */
type MadeBy = 'check' | 'program';

/** Counts what one value has used up so far. */
class Allowance {
  #values: number;
  #characters: number;
  constructor(madeBy: MadeBy) {
    this.#values = madeBy === 'program' ? maxValues : Infinity;
    this.#characters = madeBy === 'program' ? maxCharacters : Infinity;
  }
  take(depth: number, text = ''): void {
    if (depth > maxDepth) throw new NotByValue('nested too deeply, or contains itself');
    if (--this.#values < 0) throw new NotByValue(`more than ${maxValues} values in one`);
    this.#characters -= text.length;
    if (this.#characters < 0) throw new NotByValue(`more than ${maxCharacters} characters`);
  }
}

/** On the trusted side. @throws NotByValue */
export function encodeArgument(value: unknown): Tagged {
  return encode(value, 0, new Allowance('check'));
}

/** In the box. @throws NotByValue */
export function encodeResult(value: unknown): Tagged {
  return encode(value, 0, new Allowance('program'));
}

function encode(value: unknown, depth: number, allowance: Allowance): Tagged {
  allowance.take(depth, typeof value === 'string' ? value : '');
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return { t: 'undefined' };
    case 'number':
      return encodeNumber(value);
    case 'bigint':
      return { t: 'bigint', v: String(value) };
    case 'object':
      return value === null ? null : encodeObject(value, (item) => encode(item, depth + 1, allowance), allowance);
    default:
      throw new NotByValue(`a ${typeof value}`);
  }
}

function encodeNumber(value: number): Tagged {
  if (Number.isNaN(value)) return { t: 'nan' };
  if (value === Infinity) return { t: 'inf' };
  if (value === -Infinity) return { t: '-inf' };
  return Object.is(value, -0) ? { t: '-0' } : value;
}

function encodeObject(value: object, inner: (item: unknown) => Tagged, allowance: Allowance): Tagged {
  if (value instanceof Date) return { t: 'date', v: String(value.getTime()) };
  if (value instanceof Uint8Array) {
    const v = Buffer.from(value).toString('base64');
    allowance.take(0, v);
    return { t: 'bytes', v };
  }
  // A promise within a value is a forgotten await; as a plain object it would arrive empty, and nobody would know why.
  if (value instanceof Promise) throw new NotByValue('a promise');
  if (Array.isArray(value)) return { t: 'array', v: Array.from(value, inner) };
  if (value instanceof Set) return { t: 'set', v: [...value].map(inner) };
  if (value instanceof Map) return { t: 'map', v: [...value].map(([key, item]) => [inner(key), inner(item)] as const) };
  return {
    t: 'object',
    v: Object.keys(value).map((key) => [inner(key), inner((value as Record<string, unknown>)[key])] as const),
  };
}

/**
 * On the trusted side: objects without a prototype.
 * @throws NotByValue for anything that encodeResult never writes.
 */
export function decodeResult(tagged: unknown): unknown {
  return decode(tagged, 0, { asPrototype: null, fetch: undefined, allowance: new Allowance('program') });
}

/**
 * In the box: ordinary objects.
 * @param fetch what a `fetch` tag becomes.
 * @throws NotByValue for anything that encodeArgument never writes.
 */
export function decodeArgument(tagged: unknown, fetch: unknown): unknown {
  return decode(tagged, 0, { asPrototype: Object.prototype, fetch, allowance: new Allowance('check') });
}

interface Decoding {
  readonly asPrototype: object | null;
  readonly fetch: unknown;
  readonly allowance: Allowance;
}

function decode(tagged: unknown, depth: number, decoding: Decoding): unknown {
  decoding.allowance.take(depth, typeof tagged === 'string' ? tagged : '');
  if (tagged === null || typeof tagged === 'string' || typeof tagged === 'boolean' || typeof tagged === 'number') return tagged;
  if (typeof tagged !== 'object') throw new NotByValue('no value at all');
  const { t, v } = tagged as { t?: unknown; v?: unknown };
  const inner = (item: unknown): unknown => decode(item, depth + 1, decoding);
  switch (t) {
    case 'undefined':
      return undefined;
    case 'nan':
      return NaN;
    case 'inf':
      return Infinity;
    case '-inf':
      return -Infinity;
    case '-0':
      return -0;
    case 'bigint':
      return decodeBigint(text(v));
    case 'date':
      return new Date(Number(text(v)));
    case 'bytes':
      decoding.allowance.take(0, text(v));
      return new Uint8Array(Buffer.from(text(v), 'base64'));
    case 'array':
      return list(v).map(inner);
    case 'set':
      return new Set(list(v).map(inner));
    case 'map':
      return new Map(list(v).map((pair) => [inner(list(pair)[0]), inner(list(pair)[1])] as const));
    case 'object':
      return decodeObject(list(v), decoding.asPrototype, inner);
    case 'fetch':
      if (decoding.fetch !== undefined) return decoding.fetch;
  }
  throw new NotByValue('an unknown tag');
}

function decodeBigint(digits: string): bigint {
  if (!/^-?\d{1,5000}$/.test(digits)) throw new NotByValue('not a bigint');
  return BigInt(digits);
}

function decodeObject(pairs: readonly unknown[], prototype: object | null, inner: (item: unknown) => unknown): object {
  const result = Object.create(prototype) as object;
  for (const pair of pairs) {
    const [key, item] = list(pair);
    Object.defineProperty(result, text(inner(key)), { value: inner(item), enumerable: true, configurable: true, writable: true });
  }
  return result;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new NotByValue('not a list');
  return value;
}

/** Never by String(): an object from the other side may have a `toString` that is no function. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new NotByValue('not a text');
  return value;
}
