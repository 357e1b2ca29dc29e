// Tells the mistakes apart that several checks can meet. Looks only after a check has failed.

import type { CheckContext } from '@cookie-lessons/check-kit';

import { cookieOf, sessionOf, type Server, type Session, unescapedSessionOf } from './a-flask-server';
import { decodeAll, type Part, whatIsWrong } from './a-reader';

/** Registers the detectors that any check may need, in the order in which one mistake hides another. */
export function explainDecoding({ functions, files, draw, explain }: CheckContext): void {
  const once = memoised(() => look(functions, { key: draw.hex('key to look with', 32), seconds: 1_700_000_000 }));
  const source = files.get('decode.ts') ?? '';
  explain('asks-for-the-key', async () => !(await once()).plain && /createHmac|secret_?key|session_?key/i.test(source));
  explain('needs-padding', async () => !(await once()).plain && (await once()).padded);
  explain('time-is-text', async () => (await once()).timeIsNoDate);
  explain('time-in-milliseconds', async () => (await once()).timeIn1970);
  explain('other-alphabet', async () => (await once()).plain && !(await once()).minusAndUnderscore);
  explain('bytes-are-letters', async () => (await once()).plain && !(await once()).umlauts);
  explain('not-zlib', async () => !(await once()).zlib && ((await once()).gzip || (await once()).rawDeflate));
  explain('leading-dot', async () => (await once()).plain && !(await once()).zlib);
  explain('by-its-letters', async () => (await once()).zlib && !(await once()).zlibOtherwise);
  explain('four-bytes', async () => (await once()).timeToday && !(await once()).timeAnyday);
}

type Seen = Readonly<
  Record<
    | 'plain'
    | 'padded'
    | 'minusAndUnderscore'
    | 'umlauts'
    | 'zlib'
    | 'zlibOtherwise'
    | 'gzip'
    | 'rawDeflate'
    | 'timeToday'
    | 'timeAnyday'
    | 'timeIsNoDate'
    | 'timeIn1970',
    boolean
  >
>;

async function look(functions: CheckContext['functions'], server: Server): Promise<Seen> {
  const plain = sessionOf({ user: 'ada', n: 1 }, server);
  const values = { flavor: 'oat '.repeat(20) };
  const packed = (how: Parameters<typeof cookieOf>[1]): Session => ({
    cookie: cookieOf(JSON.stringify(values), how, server),
    raw: values,
    seconds: server.seconds,
    compressed: true,
  });
  const probes = {
    plain,
    padded: { ...plain, cookie: plain.cookie.split('.').map(padded).join('.') },
    minusAndUnderscore: sessionOf({ text: '???>>>~~~' }, server),
    umlauts: unescapedSessionOf({ text: 'Grüße' }, server),
    zlib: packed('zlib'),
    zlibOtherwise: packed('zlib, best'),
    gzip: packed('gzip'),
    rawDeflate: packed('raw deflate'),
    timeIn2040: sessionOf({ a: 1 }, { ...server, seconds: 2_210_000_000 }),
    timeIn2110: sessionOf({ a: 1 }, { ...server, seconds: 4_420_000_000 }),
    timeIn1970: sessionOf({ a: 1 }, { ...server, seconds: 200 }),
  } as const;
  const decoded = await decodeAll(
    functions,
    Object.values(probes).map(({ cookie }) => cookie),
  );
  const isRead = (name: keyof typeof probes, ...parts: readonly Part[]): boolean =>
    whatIsWrong(probes[name], decoded[Object.keys(probes).indexOf(name)] ?? {}, parts) === null;
  const found = decoded[0]?.returned;
  const issuedAt = typeof found === 'object' && found !== null ? (found as { readonly issuedAt?: unknown }).issuedAt : undefined;
  const ms = issuedAt instanceof Date ? issuedAt.getTime() : issuedAt;
  return {
    plain: isRead('plain', 'data'),
    padded: isRead('padded', 'data'),
    minusAndUnderscore: isRead('minusAndUnderscore', 'data'),
    umlauts: isRead('umlauts', 'data'),
    zlib: isRead('zlib', 'data'),
    zlibOtherwise: isRead('zlibOtherwise', 'data', 'compressed'),
    gzip: isRead('gzip', 'data'),
    rawDeflate: isRead('rawDeflate', 'data'),
    timeToday: isRead('plain', 'issuedAt'),
    timeAnyday: isRead('timeIn2040', 'issuedAt') && isRead('timeIn2110', 'issuedAt') && isRead('timeIn1970', 'issuedAt'),
    timeIsNoDate: isRead('plain', 'data') && Number.isNaN(ms),
    timeIn1970: issuedAt instanceof Date && Math.abs(issuedAt.getTime() - server.seconds) < 1_000,
  };
}

function padded(part: string): string {
  return part.padEnd(Math.ceil(part.length / 4) * 4, '=');
}

function memoised<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
