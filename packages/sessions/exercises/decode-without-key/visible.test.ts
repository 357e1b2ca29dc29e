import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type CheckContext, checksFor, demand } from '@cookie-lessons/check-kit';

import { bombOf, cookieOf, type Server, type Session, sessionOf, signed, unescapedSessionOf } from './a-flask-server';
import { decodeAll, readHonestly, shortly, whatItDid } from './a-reader';
import { hugeBombOf, stopsEarly, timeOf } from './huge-bomb';
import { junkFor } from './junk';
import { explainDecoding } from './what-went-wrong';

const { check } = checksFor('sessions/decode-without-key');

check('plain', async (context) => {
  const { functions, draw } = context;
  explainDecoding(context);
  const server = serverOf(context);
  const [name, word] = [draw.name('name'), draw.word('word')];
  await readHonestly(
    functions,
    [
      sessionOf({ user: name, visits: draw.integer('visits', 2, 99) }, server),
      sessionOf({ total: `${draw.integer('dollars', 1, 99)}.50`, cart: [word, [1, null, true]], seen: {} }, server),
      sessionOf({ [word]: 'Zoë, 木 🍪', text: '"\\/' }, server),
      sessionOf({ question: `${word}???`, marks: '>>>~~~' }, server),
      unescapedSessionOf({ user: `Zoë ${name}`, city: 'Šibenik, 京都' }, server),
      { ...sessionOf({ user: name }, server), cookie: withForeignSignature(sessionOf({ user: name }, server).cookie, context) },
    ],
    ['data'],
  );
});

check('compressed', async (context) => {
  const { functions, draw } = context;
  explainDecoding(context);
  const server = serverOf(context);
  const values = { cart: Array.from({ length: 12 }, (_, index) => ({ article: draw.word(`article ${index}`), quantity: 1 })) };
  const best = cookieOf(JSON.stringify(values), 'zlib, best', server);
  await readHonestly(
    functions,
    [
      sessionOf({ user: draw.name('name') }, server),
      sessionOf({ flavor: `${draw.word('flavor')} `.repeat(20) }, server),
      sessionOf(values, server),
      { cookie: best, raw: values, seconds: server.seconds, compressed: true },
      sessionOf({ eJ: 'eJ???>>>' }, server),
    ],
    ['data', 'compressed'],
  );
});

check('time', async (context) => {
  const { functions, draw } = context;
  explainDecoding(context);
  const years = [2012, 2031, 2041, 2090, 2120];
  const seconds = years.map((year) => Date.UTC(year, 0) / 1000 + draw.integer(`second in ${year}`, 0, 31_000_000));
  const values = { user: draw.name('name') };
  // A server whose clock has lost its battery begins in 1970; and a time with a minus or an underscore in it comes every few hours.
  const withUnderscore = (draw.integer('hours', 100_000, 110_000) * 64 + 63) * 256 + draw.integer('seconds', 0, 255);
  const all = [...seconds, draw.integer('after a restart', 20, 60_000), withUnderscore];
  await readHonestly(
    functions,
    all.map((each) => sessionOf(values, { ...serverOf(context), seconds: each })),
    ['issuedAt'],
  );
});

check('recorded', async (context) => {
  explainDecoding(context);
  await readHonestly(context.functions, recordedCookies(), ['data', 'issuedAt', 'compressed']);
});

check('junk', async (context) => {
  const { functions, explain } = context;
  explainDecoding(context);
  const server = serverOf(context);
  const honest = sessionOf({ user: context.draw.name('name'), flavor: 'oat '.repeat(30) }, server);
  await readHonestly(functions, [honest, sessionOf({ question: '???>>>' }, server)], ['data']);
  const junk = junkFor(honest, server);
  const decoded = await decodeAll(
    functions,
    junk.map(({ cookie }) => cookie),
  );
  const wrong = decoded.findIndex(({ returned }) => returned !== null);
  explain('throws-at-junk', () => decoded[wrong]?.threw !== undefined);
  explain('something-else-than-null', () => !decoded[wrong]?.returned);
  explain('half-a-session', () => typeof decoded[wrong]?.returned === 'object');
  demand(
    wrong < 0,
    `decode("${shortly(junk[wrong]?.cookie ?? '')}"), which is ${junk[wrong]?.what}, should return null, but it ${whatItDid(decoded[wrong] ?? {})}.`,
  );
});

check('bomb', async (context) => {
  const { functions, draw, explain } = context;
  explainDecoding(context);
  const server = serverOf(context);
  const large = { user: draw.name('name'), notes: draw.hex('notes', 500).repeat(95) };
  await readHonestly(functions, [sessionOf(large, server)], ['data']);

  const bombs = [bombOf(3_000_000, draw.pick('letter', ['a', 'x', 'Z', '0']), server), bombOf(3_000_000, ' ', server)]; // prettier-ignore
  const decoded = await decodeAll(functions, bombs);
  const wrong = decoded.findIndex(({ returned, threw }) => threw !== undefined || (returned ?? null) !== null);
  explain('throws-at-junk', () => decoded[wrong]?.threw !== undefined);
  explain('no-limit', () => typeof decoded[wrong]?.returned === 'object');
  demand(
    wrong < 0,
    `A cookie of ${bombs[wrong]?.length} characters holds 3,000,000 bytes of JSON: decode should return null, but it ${whatItDid(decoded[wrong] ?? {})}.`,
  );

  explain('looks-too-late', () => true);
  const times = await timeOf(context, hugeBombOf(server));
  demand(
    stopsEarly(times),
    `A value of 52,000 characters holds 40,000,000 bytes of JSON. To inflate all of it takes ${Math.round(times.inFullMs)} ms here, and decode took ${Math.round(times.tookMs)} ms more than for an honest value of that length: it should stop at its limit.`,
  );
});

/** A server with a key and a time of its own. */
function serverOf({ draw }: CheckContext): Server {
  return { key: draw.hex('key', 32), seconds: draw.integer('second', 1_500_000_000, 1_900_000_000) };
}

/** The same session with a signature that some other key has made. */
function withForeignSignature(cookie: string, { draw }: CheckContext): string {
  const payload = cookie.slice(0, cookie.indexOf('.'));
  return signed(payload, { key: draw.hex('another key', 32), seconds: 1_600_000_000 });
}

/** Session cookies that the real Flask wrote. */
function recordedCookies(): readonly Session[] {
  const { cookies } = JSON.parse(readFileSync(join(__dirname, 'recorded-cookies.json'), 'utf8')) as {
    readonly cookies: readonly (Omit<Session, 'raw'> & { readonly json: string })[];
  };
  return cookies.map(({ json, ...session }) => ({ ...session, raw: JSON.parse(json) as unknown }));
}
