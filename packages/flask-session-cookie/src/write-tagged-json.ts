// From values to Flask's tagged JSON: a type that JSON has not becomes a dict of one key, its tag.

import { types } from 'node:util';

import { FlaskSessionError } from './flask-session-error';
import type { FlaskValue } from './flask-value';
import { writeHttpDate } from './http-date';
import { Float, Markup, Tuple, Uuid } from './python-types';
import { type JsonTree, maxDepth } from './read-python-json';
import { sessionTags } from './session-tags';
import { wasWholeFloat } from './whole-floats';
import { writePythonJson } from './write-python-json';

/**
 * Writes a value as Flask's session serializer does.
 * @param value unknown rather than `FlaskValue`, since JavaScript callers and nested changes can hold anything.
 * @throws {FlaskSessionError} code 'not-storable', naming the place (`cart[0].price`), for what Python could not read back.
 * @see Flask `flask/json/tag.py`
 */
export function writeTaggedJson(value: unknown): string {
  return writePythonJson(tag(value, ''));
}

/** Checks a value that is about to be stored under `name`. @throws as `writeTaggedJson`. */
export function assertStorable(name: string, value: unknown): asserts value is FlaskValue {
  tag(value, name);
}

function tag(value: unknown, place: string, depth = 0): JsonTree {
  if (depth > maxDepth) throw notStorable(place, `is nested deeper than ${maxDepth} levels, or contains itself`);
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'string':
      return value;
    case 'object':
      return value === null ? null : tagObject(value, place, depth);
    default:
      throw notStorable(place, `is ${value === undefined ? 'undefined' : `a ${typeof value}`}`);
  }
}

function tagObject(value: object, place: string, depth: number): JsonTree {
  if (value instanceof Float) return value;
  if (value instanceof Markup) return { ' m': value.html };
  if (value instanceof Uuid) return { ' u': value.hex };
  if (types.isDate(value)) return { ' d': dateText(value, place) };
  if (types.isUint8Array(value)) return { ' b': Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown, index) => tagMember(value, String(index), item, `${place}[${index}]`, depth));
    return value instanceof Tuple ? { ' t': items } : items;
  }
  if (isPlainObject(value)) return tagDict(value, place, depth);
  throw notStorable(place, `is a ${value.constructor.name}`);
}

/** A dict of one key that looks like a tag is marked as a dict itself, so that nobody can store a fake tuple. */
function tagDict(value: object, place: string, depth: number): JsonTree {
  const tagged = Object.create(null) as { [name: string]: JsonTree };
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    tagged[name] = tagMember(value, name, member, place === '' ? name : `${place}.${name}`, depth);
  }
  const [only = '', ...others] = Object.keys(tagged);
  if (others.length > 0 || !sessionTags.has(only)) return tagged;
  return { ' di': { [`${only}__`]: tagged[only] ?? null } };
}

function tagMember(container: object, key: string, member: unknown, place: string, depth: number): JsonTree {
  if (typeof member === 'number' && wasWholeFloat(container, key, member)) return new Float(member);
  return tag(member, place, depth + 1);
}

function dateText(date: Date, place: string): string {
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw notStorable(place, 'is a Date outside the years 1 to 9999');
  return writeHttpDate(date);
}

/** Objects of another realm (a vm context) are plain too: their prototype has none itself. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notStorable(place: string, what: string): FlaskSessionError {
  const allowed =
    'null, booleans, numbers, bigints, strings, arrays, plain objects, Date, Uint8Array, Tuple, Markup, Uuid and Float';
  return new FlaskSessionError('not-storable', `The session's ${place || 'content'} ${what}; a Flask session holds ${allowed}.`);
}
