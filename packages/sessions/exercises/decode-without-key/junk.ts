// What strangers send that is no session.

import { cookieOf, type Server, type Session, signed } from './a-flask-server';

export interface Junk {
  readonly cookie: string;
  /** The end of "which is …". */
  readonly what: string;
}

/** @param honest a compressed session, to be broken. */
export function junkFor({ cookie, raw }: Session, server: Server): readonly Junk[] {
  const [, zlib = ''] = cookie.split('.');
  const plain = cookieOf(JSON.stringify(raw), 'no', server);
  const [payload = '', time = '', signature = ''] = plain.split('.');
  const json = (text: string): string => cookieOf(text, 'no', server);
  const jwt = [{ alg: 'HS256', typ: 'JWT' }, { sub: 'ada', iat: server.seconds }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.'); // prettier-ignore
  return [
    ...['', '.', '..', '...', 'ada', '__proto__', 'a.b', 'a.b.c', '.a.b.c', 'a.b.c.d', 'null', '木.木.木', '%7B%7D', '{}', `${'.'.repeat(3_000)}`].map((text) => ({ cookie: text, what: 'no session' })), // prettier-ignore
    { cookie: payload, what: 'a payload without a time and a signature' },
    { cookie: `${payload}.${time}`, what: 'a payload and a time without a signature' },
    { cookie: `s:ada.${signature}`, what: 'a signed cookie of Express' },
    { cookie: `s:$10.00.${signature}`, what: 'a signed cookie of Express' },
    { cookie: `${jwt}.${signature}`, what: "a JWT, whose middle part isn't a time" },
    { cookie: json('hello'), what: 'a signed text that is no JSON' },
    { cookie: json('{"user":"ada"'), what: 'JSON that was cut off' },
    ...['null', '5', 'true', '"ada"', '[1,2]'].map((text) => ({ cookie: json(text), what: `the JSON ${text}, no object` })),
    { cookie: `.${plain}`, what: 'not compressed, in spite of its dot' },
    { cookie: cookie.slice(1), what: 'compressed, but has no dot that says so' },
    { cookie: signed(`.${zlib.slice(0, Math.floor(zlib.length / 2))}`, server), what: 'half of a compressed payload' },
    { cookie: signed('.', server), what: 'a dot with nothing behind it' },
  ];
}
