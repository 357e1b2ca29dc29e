// JSON as Flask writes it: compact, keys sorted, nothing but ASCII.

import { Float } from './python-types';
import { pythonFloatText } from './python-float-text';
import type { JsonTree } from './read-python-json';

const shortEscapes = new Map(
  Object.entries({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b' }),
);

/**
 * Writes a tree as `json.dumps(tree, sort_keys=True, ensure_ascii=True, separators=(',', ':'))` does.
 *
 * A safe integer is written as an int, every other number as a float; JSON.stringify would differ for `1.0`, `1e-05`, `é`
 * and U+007F.
 */
export function writePythonJson(tree: JsonTree): string {
  if (typeof tree === 'string') return quoted(tree);
  if (typeof tree === 'number') return isInt(tree) ? String(tree) : pythonFloatText(tree);
  if (tree === null || typeof tree !== 'object') return String(tree);
  if (tree instanceof Float) return pythonFloatText(tree.value);
  return Array.isArray(tree) ? `[${tree.map(writePythonJson).join(',')}]` : members(tree);
}

/** Beyond 2^53 a number is an approximation, and Python's word for that is float; exact ints are bigints. */
function isInt(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function members(tree: { readonly [name: string]: JsonTree }): string {
  const sorted = Object.entries(tree).sort(([one], [other]) => byCodePoint(one, other));
  return `{${sorted.map(([name, value]) => `${quoted(name)}:${writePythonJson(value)}`).join(',')}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[^ -~]|["\\]/g, (unit) => shortEscapes.get(unit) ?? unicodeEscape(unit))}"`;
}

/** Without the `u` flag a pattern matches UTF-16 units, which is what \uXXXX names. */
function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Python compares code points; JavaScript's `<` compares UTF-16 units and puts U+1F600 before U+FF5E. */
function byCodePoint(one: string, other: string): number {
  const ones = Array.from(one, (character) => character.codePointAt(0) ?? 0);
  const others = Array.from(other, (character) => character.codePointAt(0) ?? 0);
  const differsAt = ones.findIndex((point, index) => point !== others[index]);
  return differsAt === -1 ? ones.length - others.length : (ones[differsAt] ?? 0) - (others[differsAt] ?? -1);
}
