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

/** A value that can't travel: a function, a symbol, something that contains itself, or nested deeper than 64. */
export class NotByValue extends Error {
  override readonly name = 'NotByValue';
}

const maxDepth = 64;

/** @throws NotByValue */
export function encodeValue(value: unknown, depth = 0): Tagged {
  if (depth > maxDepth) throw new NotByValue('nested too deeply, or contains itself');
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
      return value === null ? null : encodeObject(value, depth);
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

function encodeObject(value: object, depth: number): Tagged {
  if (value instanceof Date) return { t: 'date', v: String(value.getTime()) };
  if (value instanceof Uint8Array) return { t: 'bytes', v: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { t: 'array', v: Array.from(value, (item) => encodeValue(item, depth + 1)) };
  if (value instanceof Set) return { t: 'set', v: [...value].map((item) => encodeValue(item, depth + 1)) };
  if (value instanceof Map) {
    return { t: 'map', v: [...value].map(([key, item]) => [encodeValue(key, depth + 1), encodeValue(item, depth + 1)] as const) };
  }
  return {
    t: 'object',
    v: Object.keys(value).map((key) => [key, encodeValue((value as Record<string, unknown>)[key], depth + 1)] as const),
  };
}

/**
 * @param asPrototype what decoded objects inherit from: null on the trusted side, Object.prototype in the box.
 * @param fetch       what a `fetch` tag becomes; only the box has one.
 * @throws NotByValue for anything that encodeValue never writes.
 */
export function decodeValue(tagged: unknown, asPrototype: object | null, fetch?: unknown, depth = 0): unknown {
  if (depth > maxDepth + 2) throw new NotByValue('nested too deeply');
  if (tagged === null || typeof tagged === 'string' || typeof tagged === 'boolean' || typeof tagged === 'number') return tagged;
  const { t, v } = tagged as { t?: unknown; v?: unknown };
  const inner = (item: unknown): unknown => decodeValue(item, asPrototype, fetch, depth + 1);
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
      return decodeBigint(String(v));
    case 'date':
      return new Date(Number(v));
    case 'bytes':
      return new Uint8Array(Buffer.from(String(v), 'base64'));
    case 'array':
      return list(v).map(inner);
    case 'set':
      return new Set(list(v).map(inner));
    case 'map':
      return new Map(list(v).map((pair) => [inner(list(pair)[0]), inner(list(pair)[1])] as const));
    case 'object':
      return decodeObject(list(v), asPrototype, inner);
    case 'fetch':
      if (fetch !== undefined) return fetch;
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
    Object.defineProperty(result, String(key), { value: inner(item), enumerable: true, configurable: true, writable: true });
  }
  return result;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new NotByValue('not a list');
  return value;
}
