// JSON as Python's json module reads it. JSON.parse would lose what Python means: 1.0 is a float and 1 an int, ints have no limit,
// NaN is a number, and a key named __proto__ is a key.

import { FlaskSessionError } from './flask-session-error';
import { Float } from './python-types';

/** JSON before its tags are understood. A `Float` is a number that was written with a point or an exponent. */
export type JsonTree = null | boolean | number | bigint | string | Float | JsonTree[] | { [name: string]: JsonTree };

/** Python gives up at about 1,000 levels; a call stack would overflow at some 10,000. */
export const maxDepth = 500;
/** Python refuses longer ints since 3.11, and so do we: converting digits takes quadratic time. */
const maxIntDigits = 4300;

const words = new Map<string, JsonTree>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new Float(NaN)],
  ['Infinity', new Float(Infinity)],
  ['-Infinity', new Float(-Infinity)],
]);
const escapes = new Map(Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }));

/**
 * Reads JSON text into a tree of objects without prototype.
 * @throws {FlaskSessionError} code 'bad-payload' where `json.loads` raises, or nested deeper than 500 levels.
 * @see https://docs.python.org/3/library/json.html#standard-compliance-and-interoperability
 */
export function readPythonJson(text: string): JsonTree {
  return new Reader(text).read();
}

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  read(): JsonTree {
    const value = this.#value(0);
    this.#take(/[ \t\n\r]*/y);
    if (this.#at < this.text.length) throw this.#fault();
    return value;
  }

  #value(depth: number): JsonTree {
    this.#take(/[ \t\n\r]*/y);
    if (this.#take(/\{[ \t\n\r]*/y) !== '') return this.#object(deeper(depth));
    if (this.#take(/\[[ \t\n\r]*/y) !== '') return this.#array(deeper(depth));
    if (this.#take(/"/y) !== '') return this.#string();
    const word = words.get(this.#take(/null|true|false|NaN|-?Infinity/y));
    return word === undefined ? this.#number() : word;
  }

  #object(depth: number): JsonTree {
    const members = Object.create(null) as { [name: string]: JsonTree };
    if (this.#take(/\}/y) !== '') return members;
    do {
      if (this.#take(/[ \t\n\r]*"/y) === '') throw this.#fault();
      const name = this.#string();
      if (this.#take(/[ \t\n\r]*:/y) === '') throw this.#fault();
      members[name] = this.#value(depth);
    } while (this.#take(/[ \t\n\r]*,/y) !== '');
    if (this.#take(/[ \t\n\r]*\}/y) === '') throw this.#fault();
    return members;
  }

  #array(depth: number): JsonTree {
    const items: JsonTree[] = [];
    if (this.#take(/\]/y) !== '') return items;
    do items.push(this.#value(depth));
    while (this.#take(/[ \t\n\r]*,/y) !== '');
    if (this.#take(/[ \t\n\r]*\]/y) === '') throw this.#fault();
    return items;
  }

  /** After the opening quote. Lone surrogates are kept, in Python as here. */
  #string(): string {
    let characters = this.#take(/[^"\\\u0000-\u001f]*/y);
    while (this.#take(/"/y) === '') {
      const escape = this.#take(/\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])/y);
      if (escape === '') throw this.#fault();
      characters += escapes.get(escape.slice(1)) ?? String.fromCharCode(parseInt(escape.slice(2), 16));
      characters += this.#take(/[^"\\\u0000-\u001f]*/y);
    }
    return characters;
  }

  #number(): JsonTree {
    const digits = this.#take(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y);
    if (digits === '') throw this.#fault();
    if (/[.eE]/.test(digits)) return new Float(Number(digits));
    if (Number.isSafeInteger(Number(digits))) return Number(digits) + 0;
    if (digits.replace('-', '').length > maxIntDigits) throw this.#fault();
    return BigInt(digits);
  }

  /** @returns what `pattern` (sticky) matches here, and moves behind it; '' if nothing. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #fault(): FlaskSessionError {
    return new FlaskSessionError('bad-payload', `The payload is not JSON (at character ${this.#at}).`);
  }
}

function deeper(depth: number): number {
  if (depth < maxDepth) return depth + 1;
  throw new FlaskSessionError('bad-payload', `The JSON is nested deeper than ${maxDepth} levels.`);
}
