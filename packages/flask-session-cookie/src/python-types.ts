// The Python types of a Flask session that JavaScript has no word for. `bytes` is Uint8Array and `datetime` is Date.

import { FlaskSessionError } from './flask-session-error';
import type { FlaskValue } from './flask-value';

/** A Python tuple: an array in every respect, but written as a tuple. Make one with `tuple(…)`. */
export class Tuple extends Array<FlaskValue> {
  /** `map`, `filter` and the like give plain arrays (Python lists). */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** `tuple('info', 'Added to cart')` is Python's `('info', 'Added to cart')`. */
export function tuple(...items: readonly FlaskValue[]): Tuple {
  const made = new Tuple();
  for (const item of items) made.push(item);
  return made;
}

/** HTML that Flask's templates print unescaped: `markupsafe.Markup`. Treat it so only if your own code made it. */
export class Markup {
  constructor(readonly html: string) {}

  toString(): string {
    return this.html;
  }

  toJSON(): string {
    return this.html;
  }
}

/** A `uuid.UUID`. */
export class Uuid {
  /** 32 lower-case hex digits. */
  readonly hex: string;

  /**
   * @param text 32 hex digits; dashes, braces and `urn:uuid:` are ignored, as Python does.
   * @throws {FlaskSessionError} code 'not-storable' when other characters are in it.
   */
  constructor(text: string) {
    const hex = text.replaceAll(/urn:|uuid:|[{}-]/g, '').toLowerCase();
    if (!/^[0-9a-f]{32}$/.test(hex)) throw new FlaskSessionError('not-storable', 'A Uuid needs 32 hex digits.');
    this.hex = hex;
  }

  /** With dashes, e.g. `12345678-1234-5678-1234-567812345678`. */
  toString(): string {
    return this.hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A Python float that JavaScript would write as an int: `new Float(1)` is Python's `1.0`. */
export class Float {
  constructor(readonly value: number) {}

  valueOf(): number {
    return this.value;
  }

  toJSON(): number {
    return this.value;
  }
}
