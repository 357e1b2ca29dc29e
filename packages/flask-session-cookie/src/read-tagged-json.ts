// From Flask's tagged JSON to values.

import { FlaskSessionError } from './flask-session-error';
import type { FlaskDict, FlaskValue } from './flask-value';
import { readHttpDate } from './http-date';
import { readBase64 } from './python-base64';
import { Float, Markup, Uuid, tuple } from './python-types';
import { type JsonTree, readPythonJson } from './read-python-json';
import { moveWholeFloats, rememberWholeFloat, wasWholeFloat } from './whole-floats';

/**
 * Reads a payload as Flask's session serializer does. Dicts become objects without prototype, so that a key named `__proto__`
 * or `constructor` is data like any other.
 * @throws {FlaskSessionError} code 'bad-payload' when it is not JSON, or a tag holds what its type can't be made of.
 * @see Flask `flask/json/tag.py`
 */
export function readTaggedJson(text: string): FlaskValue {
  return untag(readPythonJson(text));
}

/** From the inside out, as Python does: a tag's content has been understood before the tag is. */
function untag(tree: JsonTree): FlaskValue {
  if (tree === null || typeof tree !== 'object') return tree;
  if (tree instanceof Float) return tree.value;
  if (Array.isArray(tree)) {
    const items = tree.map(untag);
    for (const [index, item] of tree.entries()) keepFloat(items, String(index), item);
    return items;
  }
  const dict = Object.create(null) as FlaskDict;
  for (const [name, member] of Object.entries(tree)) {
    dict[name] = untag(member);
    keepFloat(dict, name, member);
  }
  const [only = '', ...others] = Object.keys(dict);
  const content = dict[only];
  return others.length > 0 || content === undefined ? dict : untagOnly(dict, only, content);
}

/** Remembers only what would be written otherwise: 0.5 is a float in both languages. */
function keepFloat(container: object, key: string, member: JsonTree): void {
  if (member instanceof Float && Number.isSafeInteger(member.value)) rememberWholeFloat(container, key, member.value);
}

function untagOnly(dict: FlaskDict, key: string, content: FlaskValue): FlaskValue {
  switch (key) {
    case ' t':
      return toTuple(content);
    case ' b':
      return (typeof content === 'string' ? readBase64(content) : undefined) ?? fault(key);
    case ' m':
      return typeof content === 'string' ? new Markup(content) : fault(key);
    case ' u':
      return typeof content === 'string' ? toUuid(content) : fault(key);
    case ' d':
      return typeof content === 'string' ? readHttpDate(content) : null;
    case ' di':
      return toDict(content);
    default:
      return dict;
  }
}

function toTuple(content: FlaskValue): FlaskValue {
  if (!Array.isArray(content)) return fault(' t');
  const made = tuple(...(content as FlaskValue[]));
  moveWholeFloats(content, made);
  return made;
}

function toUuid(content: string): Uuid {
  try {
    return new Uuid(content);
  } catch {
    return fault(' u');
  }
}

/** `{" di": {" t__": x}}` was the dict `{" t": x}`. */
function toDict(content: FlaskValue): FlaskValue {
  if (!isDict(content)) return fault(' di');
  const [escaped] = Object.keys(content);
  if (escaped === undefined) return fault(' di');
  const [name, member] = [escaped.slice(0, -2), content[escaped]];
  const dict = Object.create(null) as FlaskDict;
  dict[name] = member;
  if (typeof member === 'number' && wasWholeFloat(content, escaped, member)) rememberWholeFloat(dict, name, member);
  return dict;
}

/** True for what was a Python dict: an object that only `untag` can have made. */
export function isDict(value: FlaskValue): value is FlaskDict {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}

function fault(key: string): never {
  throw new FlaskSessionError('bad-payload', `The payload holds a tag "${key}" with content that its type can't be made of.`);
}
