// What a session is made of when the signed payload is no dict. Only somebody with the key can bring this about.

import { types } from 'node:util';

import { FlaskSessionError } from './flask-session-error';
import type { FlaskDict, FlaskValue } from './flask-value';
import { isDict } from './read-tagged-json';

/**
 * A Flask session made of any payload, as Python's `dict(payload or ())`: an empty value gives an empty session, a list of
 * pairs gives their dict.
 * @throws {FlaskSessionError} code 'bad-payload' otherwise; Flask raises TypeError or ValueError and answers 500. Python also
 * makes pairs of two-letter strings; we don't.
 */
export function toSession(payload: FlaskValue): FlaskDict {
  if (isDict(payload)) return payload;
  const session = Object.create(null) as FlaskDict;
  if (isEmpty(payload)) return session;
  for (const [name, value] of pairs(payload)) session[name] = value;
  return session;
}

function isEmpty(payload: FlaskValue): boolean {
  return !payload || ((Array.isArray(payload) || types.isUint8Array(payload)) && payload.length === 0);
}

function pairs(payload: FlaskValue): readonly (readonly [string, FlaskValue])[] {
  if (!Array.isArray(payload)) throw notADict();
  return payload.map((item: unknown) => {
    const [name, value, ...rest] = Array.isArray(item) ? (item as FlaskValue[]) : [];
    if (typeof name !== 'string' || value === undefined || rest.length > 0) throw notADict();
    return [name, value] as const;
  });
}

function notADict(): FlaskSessionError {
  return new FlaskSessionError('bad-payload', 'The payload is no dict, and none can be made of it.');
}
