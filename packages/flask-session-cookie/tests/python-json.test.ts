// Where Python's JSON and JavaScript's differ.

import { describe, expect, it } from '@jest/globals';

import { type FlaskValue, Float, Markup, Tuple, Uuid, decodeFlaskSession, encodeFlaskSession, tuple } from '../src';
import { pythonFloatText } from '../src/python-float-text';
import { readHttpDate } from '../src/http-date';
import { readTaggedJson } from '../src/read-tagged-json';
import { writeTaggedJson } from '../src/write-tagged-json';

describe('floats', () => {
  it.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [0, '0.0'],
    [0.1, '0.1'],
    [-2.5, '-2.5'],
    [1234.5, '1234.5'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1.5e-7, '1.5e-07'],
    [123456789012345.6, '123456789012345.6'],
    [2 ** 53, '9007199254740992.0'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [1.25e22, '1.25e+22'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
  ])('%p is written as Python writes it: %s', (value, text) => {
    expect(pythonFloatText(value)).toBe(text);
  });

  it('stay floats on their way through, also inside lists, tuples and escaped dicts', () => {
    const json = '{"f":1.0,"i":1,"l":[2.0,2],"n":-0.0,"t":{" t":[3.0]},"x":{" di":{" m__":4.0}}}';
    expect(writeTaggedJson(readTaggedJson(json))).toBe(json);
  });

  it('become ints when another whole number is set', () => {
    const session = readTaggedJson('{"f":1.0}') as { f: number };
    session.f += 1;
    expect(writeTaggedJson(session)).toBe('{"f":2}');
  });
});

describe('writing', () => {
  it.each<[string, FlaskValue, string]>([
    ['a safe integer as an int', 9007199254740991, '9007199254740991'],
    ['a larger number as a float', 2 ** 53, '9007199254740992.0'],
    ['a bigint as an int', 2n ** 64n, '18446744073709551616'],
    ['a whole Float with its point', new Float(1), '1.0'],
    ['keys by code point, not by UTF-16 unit', { '😀': 1, '~': 2, ﬁ: 3 }, '{"~":2,"\\ufb01":3,"\\ud83d\\ude00":1}'],
    ['a shorter key first', { ab: 1, a: 2, '': 3 }, '{"":3,"a":2,"ab":1}'],
    ['a key that JavaScript would move to the front', { b: 1, '10': 2, '9': 3 }, '{"10":2,"9":3,"b":1}'],
    ['no undefined property', { a: undefined, b: 1 }, '{"b":1}'],
    ['a Date before 1970', new Date('0987-06-05T04:03:02.999Z'), '{" d":"Tue, 05 Jun 0987 04:03:02 GMT"}'],
    ['a lone surrogate', '\ud800', '"\\ud800"'],
  ])('writes %s', (_what, value, json) => {
    expect(writeTaggedJson(value)).toBe(json);
  });

  const circle: Record<string, unknown> = {};
  circle.self = circle;
  it.each([
    ['a function', { cart: [{ price: () => 1 }] }, "The session's cart[0].price is a function"],
    ['a Map', { m: new Map() }, "The session's m is a Map"],
    ['undefined in a list', { l: [undefined] }, "The session's l[0] is undefined"],
    ['a symbol', { s: Symbol('x') }, 'is a symbol'],
    ['an invalid Date', { d: new Date(NaN) }, 'Date outside the years'],
    ['an object in itself', circle, 'nested deeper than 500 levels, or contains itself'],
  ])('refuses %s and says where', (_what, session, message) => {
    expect(() => writeTaggedJson(session)).toThrow(message);
    expect(() => writeTaggedJson(session)).toThrow(expect.objectContaining({ code: 'not-storable' }));
  });

  it('never puts a value into a message', () => {
    const secret = { password: Object.assign(() => 'hunter2', { toString: () => 'hunter2' }) };
    expect(() => writeTaggedJson(secret)).toThrow(/^(?!.*hunter2)/);
  });
});

describe('reading', () => {
  it.each<[string, string, FlaskValue]>([
    ['an int beyond 2^53', '12345678901234567890', 12345678901234567890n],
    ['minus zero as an int', '-0', 0],
    ['NaN', 'NaN', NaN],
    ['the last of two keys', '{"a":1,"a":2}', { a: 2 }],
    ['white space', ' \t\r\n[ 1 , { } ]\n', [1, {}]],
    ['escapes', '"\\u00e9\\ud83d\\ude00\\/\\b\\f"', 'é😀/\b\f'],
    ['an unknown tag as a dict', '{" x":[1]}', { ' x': [1] }],
    ['a date it does not know', '{" d":"yesterday"}', null],
    ['a date with an offset', '{" d":"Thu, 29 Feb 2024 12:30:45 +0130"}', new Date('2024-02-29T11:00:45Z')],
    ['base64 with foreign characters', '{" b":"Q!Q=="}', Buffer.from('A')],
  ])('reads %s', (_what, json, value) => {
    expect(readTaggedJson(json)).toEqual(value);
  });

  it.each([
    ['nothing', ''],
    ['two values', '1 2'],
    ['a leading zero', '01'],
    ['a trailing comma', '[1,]'],
    ['single quotes', "{'a':1}"],
    ['a raw control character', '"\n"'],
    ['a bad escape', '"\\x41"'],
    ['an open string', '"a'],
    ['an open list', '[1'],
    ['an open dict', '{"a":1'],
    ['a byte order mark', '\ufeff{}'],
    ['a point without digits', '1.'],
    ['an int of 4301 digits', '1'.repeat(4301)],
    ['501 levels', '['.repeat(501) + ']'.repeat(501)],
    ['a tuple of no list', '{" t":1}'],
    ['bytes with wrong padding', '{" b":"QQ"}'],
    ['Markup of no text', '{" m":1}'],
    ['a UUID of 31 digits', '{" u":"1234567812345678123456781234567"}'],
    ['an escaped dict of no dict', '{" di":[]}'],
    ['an escaped dict without a key', '{" di":{}}'],
  ])('refuses %s as Python does', (_what, json) => {
    expect(() => readTaggedJson(json)).toThrow(expect.objectContaining({ code: 'bad-payload' }));
  });

  it('takes __proto__ and constructor for data', () => {
    const payload = readTaggedJson('{"__proto__":{"admin":true},"constructor":1}') as Record<string, unknown>;
    expect(Object.keys(payload)).toEqual(['__proto__', 'constructor']);
    expect(payload.admin).toBeUndefined();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(writeTaggedJson(payload)).toBe('{"__proto__":{"admin":true},"constructor":1}');
  });

  it('reads no date that does not exist', () => {
    expect(
      ['Thu, 31 Feb 2024 12:30:45 GMT', 'Thu, 01 Xyz 2024 12:30:45 GMT', '01 Feb 2024 24:00:00 GMT'].map(readHttpDate),
    ).toEqual([null, null, null]);
  });
});

describe("Python's types", () => {
  it('a tuple is an array, but its map is a list', () => {
    const pair = tuple('info', 1);
    expect(pair).toBeInstanceOf(Tuple);
    expect([pair.length, pair[0], Array.isArray(pair)]).toEqual([2, 'info', true]);
    expect(writeTaggedJson([tuple(3), pair.map((item) => item)])).toBe('[{" t":[3]},["info",1]]');
  });

  it('a Uuid is written with dashes and compared by its digits', () => {
    const uuid = new Uuid('{12345678-1234-5678-1234-56781234567F}');
    expect([uuid.hex, `${uuid.toString()}`]).toEqual([
      '1234567812345678123456781234567f',
      '12345678-1234-5678-1234-56781234567f',
    ]);
    expect(() => new Uuid('no')).toThrow(expect.objectContaining({ code: 'not-storable' }));
  });

  it('all can be shown as JSON', () => {
    expect(JSON.stringify([new Markup('<b>'), new Float(1), new Uuid('0'.repeat(32)), tuple(1)])).toBe(
      '["<b>",1,"00000000-0000-0000-0000-000000000000",[1]]',
    );
    expect(String(new Markup('<b>'))).toBe('<b>');
    expect(new Float(1).valueOf() + 1).toBe(2);
  });

  it('survive a whole cookie', () => {
    const stored = {
      d: new Date('2024-02-29T12:30:45Z'),
      b: Buffer.from([0, 255]),
      m: new Markup('<i>'),
      u: new Uuid('f'.repeat(32)),
    };
    const { payload } = decodeFlaskSession(encodeFlaskSession(stored, { secretKey: 'k' }));
    expect({ ...(payload as object) }).toStrictEqual(stored);
  });
});
