// What a Flask session can hold, in the words of TypeScript.

import type { Float, Markup, Uuid } from './python-types';

/**
 * A value in a Flask session.
 *
 * | JavaScript | Python |
 * |---|---|
 * | `null`, `boolean`, `string` | `None`, `bool`, `str` |
 * | `number` that is a safe integer; `bigint` | `int` |
 * | any other `number`; `Float` | `float` |
 * | array; `Tuple` | `list`; `tuple` |
 * | `Date` (whole seconds) | `datetime` in UTC |
 * | `Uint8Array` (`Buffer` when read) | `bytes` |
 * | `Markup`, `Uuid` | `markupsafe.Markup`, `uuid.UUID` |
 * | object (without prototype when read) | `dict` with `str` keys |
 */
export type FlaskValue =
  null | boolean | number | bigint | string | Date | Uint8Array | Float | Markup | Uuid | readonly FlaskValue[] | FlaskDict;

/** A dict with string keys; a property that is `undefined` is left out when it is written. */
export interface FlaskDict {
  [name: string]: FlaskValue | undefined;
}
