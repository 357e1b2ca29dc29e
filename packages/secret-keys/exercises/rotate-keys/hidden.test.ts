import { checksFor, demand } from '@cookie-lessons/check-kit';

import { alone, dayMs, drawKey, drawTime, issueOne, readOne, replacementOf, sessionIn, shown, whatItDid, withRetired } from './a-key-ring'; // prettier-ignore
import type * as harness from './harness/many';
import type { Outcome } from './harness/many';

const { check } = checksFor('secret-keys/rotate-keys');

check('altered', async (context) => {
  const { draw, explain, functions } = context;
  const [old, fresh, now] = [drawKey(context, 'old'), drawKey(context, 'fresh'), drawTime(context)];
  const ring = withRetired(fresh, [old, now + dayMs]);
  const [user, other] = [draw.word('user', 6), draw.word('other', 6)];
  const ofOld = await issueOne(context, user, alone(old), now);
  replacementOf(await readOne(context, ofOld, ring, now), user, now);
  const ofNew = await issueOne(context, other, ring, now);
  const altered = [ofOld, ofNew].flatMap((cookie) => [...replaced(cookie), ...cut(cookie), `${cookie}.x`, `x${cookie}`]);
  const spliced = Array.from(ofOld, (_, at) => ofOld.slice(0, at) + ofNew.slice(at)).filter(
    (one) => one !== ofOld && one !== ofNew,
  );
  const junk = ['', '.', '..', '...', '{}', 'null', '%', '%E0%A4%A', '木.木', 'a.b.c.d.e', '🍪', '[]', 'W10', '.'.repeat(3_000)];
  const tried = [...altered, ...spliced, ...junk];
  const read: Outcome[] = [];
  // One call across the wall carries 64 KiB.
  for (let from = 0; from < tried.length; from += 200)
    read.push(...(await functions<typeof harness>().readEach(tried.slice(from, from + 200), ring, now)));
  const seen = read.map(sessionIn);
  const signed = new Set([user, other]);
  const changed = seen.findIndex((one) => one !== null && (one.issuedAtMs !== now || !signed.has(String(one.user))));
  // Where only spare bits of base64 differ, the session that was signed may be read.
  const same = seen.filter((one) => one !== null).length;
  explain('never-verifies', () => changed >= 0 || same > 6);
  const threw = read.findIndex((outcome) => outcome.threw !== undefined);
  explain('throws', () => threw >= 0);
  demand(threw < 0, `For the cookie ${shown(tried[threw])} read should give null, but it ${whatItDid(read[threw] ?? {})}.`);
  const odd = read.findIndex(({ returned }) => returned !== null && (typeof returned !== 'object' || Array.isArray(returned)));
  demand(odd < 0, `For the cookie ${shown(tried[odd])} read should give null, but it ${whatItDid(read[odd] ?? {})}.`);
  demand(
    changed < 0,
    `Nobody signed the cookie ${shown(tried[changed])}, and read took it for the session ${shown(seen[changed])}.`,
  );
  demand(same <= 6, `Of ${tried.length} cookies that nobody has signed, read takes ${same}.`);
});

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One character replaced, by one whose base64 value differs in its first bit, which is never a spare one. */
function replaced(cookie: string): string[] {
  return Array.from(cookie, (character, at) => {
    const value = base64.indexOf(character.replace('-', '+').replace('_', '/'));
    const other = value < 0 ? 'A' : base64.charAt(value ^ 32).replace('+', '-').replace('/', '_'); // prettier-ignore
    return cookie.slice(0, at) + other + cookie.slice(at + 1);
  });
}

/** Shorter by three characters and more, which is more than padding. */
function cut(cookie: string): string[] {
  return Array.from(cookie).flatMap((_, length) =>
    length > cookie.length - 3 ? [] : [cookie.slice(0, length), cookie.slice(cookie.length - length)],
  );
}
