import { checksFor, demand } from '@cookie-lessons/check-kit';

import { alone, dayMs, demandSession, drawKey, drawTime, hourMs, issueOne, readAll, readOne, replacementOf, sessionIn, shown, whatItDid, withRetired } from './a-key-ring'; // prettier-ignore
import type * as harness from './harness/many';

const { check } = checksFor('secret-keys/rotate-keys');

check('comes-back', async (context) => {
  const { draw, explain } = context;
  const [ring, now] = [alone(drawKey(context, 'new')), drawTime(context)];
  for (const user of [draw.name('user'), '', `Zoë "${draw.word('user')}"; 木.=`]) {
    const cookie = await issueOne(context, user, ring, now);
    const seen = await readOne(context, cookie, ring, now + hourMs);
    demandSession(seen, user, now);
    explain('replaces-always', () => typeof seen.replacement === 'string');
    demand(
      seen.replacement === null,
      `A cookie of the signing key needs no replacement, but read gave ${shown(seen.replacement)}.`,
    );
    const strangers = await readOne(context, cookie, alone(drawKey(context, `of a stranger, for ${user}`)), now);
    explain('never-verifies', () => strangers !== null);
    demand(strangers === null, 'With a ring that holds only another key, read should refuse the cookie, but it took it.');
  }
});

check('signs-with-the-new-one', async (context) => {
  const { draw, explain } = context;
  const [oldest, old, fresh, now] = [
    drawKey(context, 'oldest'),
    drawKey(context, 'old'),
    drawKey(context, 'fresh'),
    drawTime(context),
  ];
  const user = draw.name('user');
  const ring = withRetired(fresh, [old, now + 8 * dayMs], [oldest, now + 8 * dayMs]);
  const issued = await issueOne(context, user, ring, now);
  const cookies = [['what issue makes', issued]];
  for (const [label, key] of [
    ['old', old],
    ['oldest', oldest],
  ] as const) {
    const seen = await readOne(context, await issueOne(context, user, alone(key), now - hourMs), ring, now);
    if (typeof seen?.replacement === 'string')
      cookies.push([`the replacement of a cookie of the ${label} key`, seen.replacement]);
  }
  for (const [what = '', cookie = ''] of cookies) {
    const [withNew, withOld, withOldest] = await readAll(context, [fresh, old, oldest].map((key) => [cookie, alone(key), now] as const)); // prettier-ignore
    explain('signs-with-the-last', () => cookie === issued && (withOldest ?? withOld) !== null);
    explain('re-signs-with-the-old', () => cookie !== issued && withNew === null);
    demand((withOld ?? withOldest ?? null) === null, `With a retired key alone one can read ${what}: that key still signs.`);
    demand((withNew ?? null) !== null, `With the signing key alone one can't read ${what}.`);
  }
});

check('overlap', async (context) => {
  const { draw, explain } = context;
  const [older, old, fresh, now] = [
    drawKey(context, 'older'),
    drawKey(context, 'old'),
    drawKey(context, 'fresh'),
    drawTime(context),
  ];
  const ring = withRetired(fresh, [old, now + 3 * dayMs], [older, now + 2 * dayMs]);
  for (const key of draw.shuffle('keys', [old, older])) {
    const [user, issuedAt] = [`${draw.name(`user of ${key.id}`)} ${key.id}`, now - draw.integer(`age ${key.id}`, 1, 40) * hourMs];
    const cookie = await issueOne(context, user, alone(key), issuedAt);
    const seen = await readOne(context, cookie, ring, now);
    explain('replaces-at-once', () => seen === null);
    explain('never-replaces', () => seen !== null && typeof seen.replacement !== 'string');
    explain('slides-the-time', () => seen !== null && seen.issuedAtMs === now);
    const replacement = replacementOf(seen, user, issuedAt);
    const again = await readOne(context, replacement, alone(fresh), now + hourMs);
    explain('re-signs-with-the-old', () => again === null);
    demand(
      again !== null && again.user === user,
      `The replacement should be read with the signing key alone, as the session of ${shown(user)}.`,
    );
    demand(again.replacement === null, 'The replacement of a cookie should need no replacement itself.');
  }
});

check('retired-at-last', async (context) => {
  const { draw, explain } = context;
  const [old, fresh, now] = [drawKey(context, 'old'), drawKey(context, 'fresh'), drawTime(context)];
  const user = draw.name('user');
  const cookie = await issueOne(context, user, alone(old), now - hourMs);
  const ring = withRetired(fresh, [old, now + 2 * dayMs]);
  const replacement = replacementOf(await readOne(context, cookie, ring, now + 2 * dayMs - 1_000), user, now - hourMs);
  const late = now + 2 * dayMs + 1_000;
  const [afterwards, kept, emergency, keptToo] = await readAll(context, [
    [cookie, ring, late],
    [replacement, ring, late],
    [cookie, alone(fresh), now],
    [replacement, alone(fresh), now],
  ]);
  demand(
    (kept ?? null) !== null && (keptToo ?? null) !== null,
    'The replacement should outlive the old key, but it was refused.',
  );
  explain('never-retires', () => (afterwards ?? null) !== null);
  demand((afterwards ?? null) === null, 'A second after acceptedUntilMs, read still takes a cookie of the retired key.');
  demand(
    (emergency ?? null) === null,
    'The old key was taken out of the ring, as in an emergency, and read still takes its cookies.',
  );
});

check('keeps-the-time', async (context) => {
  const { draw, explain } = context;
  const [first, second, third] = [drawKey(context, 'first'), drawKey(context, 'second'), drawKey(context, 'third')];
  const [user, issuedAt] = [draw.name('user'), drawTime(context)];
  const at = (days: number): number => issuedAt + days * dayMs;
  const cookie = await issueOne(context, user, alone(first), issuedAt);
  const on3rd = await readOne(context, cookie, withRetired(second, [first, at(30)]), at(3));
  explain('slides-the-time', () => on3rd !== null && on3rd.issuedAtMs === at(3));
  const once = replacementOf(on3rd, user, issuedAt);
  const on6th = await readOne(context, once, withRetired(third, [second, at(30)]), at(6));
  explain('slides-the-time', () => on6th !== null && on6th.issuedAtMs !== issuedAt);
  const twice = replacementOf(on6th, user, issuedAt);
  const ring = withRetired(third, [second, at(30)], [first, at(30)]);
  demandSession(await readOne(context, twice, ring, at(7) - hourMs), user, issuedAt);
  const late = await readAll(context, [cookie, once, twice].map((one) => [one, ring, at(7) + hourMs] as const)); // prettier-ignore
  explain('never-ends', () => late[0] !== null);
  explain('slides-the-time', () => late[2] !== null);
  for (const [index, seen] of late.entries())
    demand(
      seen === null,
      `Seven days and an hour after it was issued, a session that was signed anew ${['never', 'once', 'twice'][index]} is still read.`,
    );
});

check('empty-key', async (context) => {
  const { draw, explain, functions } = context;
  const [old, fresh, now] = [drawKey(context, 'old'), drawKey(context, 'fresh'), drawTime(context)];
  const user = draw.name('user');
  const ring = withRetired(fresh, [{ id: old.id, key: '' }, now + dayMs]);
  demandSession(await readOne(context, await issueOne(context, user, ring, now), ring, now), user, now);
  const [signed = {}, nul = {}] = await functions<typeof harness>().issueMany([
    [user, alone({ id: old.id, key: '' }), now],
    // HMAC fills a short key up with zeros: this one is the empty key, and doesn't look like it.
    [user, alone({ id: old.id, key: '\0' }), now],
  ]);
  const forged = [signed.returned, nul.returned].filter((one): one is string => typeof one === 'string' && one !== '');
  const seen = await readAll(context, forged.map((one) => [one, ring, now] as const)); // prettier-ignore
  const accepted = seen.some((one) => one !== null);
  explain('believes-the-empty-key', () => accepted);
  demand(!accepted, 'The ring holds a retired key that is empty, and read took a cookie that was signed with nothing.');
  explain('signs-with-nothing', () => signed.threw === undefined);
  demand(signed.threw !== undefined, `issue was to sign with an empty key. It should throw, but it ${whatItDid(signed)}.`);
});

check('key-ids', async (context) => {
  const { draw, explain, functions } = context;
  const [old, fresh, now] = [drawKey(context, 'old'), drawKey(context, 'fresh'), drawTime(context)];
  const user = draw.name('user');
  const ring = withRetired(fresh, [old, now + dayMs]);
  replacementOf(await readOne(context, await issueOne(context, user, alone(old), now), ring, now), user, now);
  const ids = ['', '__proto__', 'constructor', 'toString', 'undefined', '0', '../../../../../../../../dev/null', '/dev/null', draw.word('unknown id'), fresh.id, old.id]; // prettier-ignore
  const keys = ['', '\0', 'undefined', 'null', '[object Object]', String(Object), draw.hex("stranger's key", 32)];
  const rings = ids.flatMap((id) => keys.map((key) => alone({ id, key })));
  const forged = (await functions<typeof harness>().issueMany(rings.map((one) => [user, one, now] as const))) // prettier-ignore
    .flatMap(({ returned }, index) =>
      typeof returned === 'string' && returned !== '' ? [{ cookie: returned, by: rings[index]?.signing }] : [],
    );
  const read = await functions<typeof harness>().readMany(forged.map(({ cookie }) => [cookie, ring, now] as const)); // prettier-ignore
  const wrong = read.findIndex(
    ({ returned, threw }) => threw !== undefined || (returned !== null && returned !== undefined && returned !== false),
  );
  const [{ by } = {}, outcome = {}] = [forged[wrong], read[wrong]];
  explain('never-verifies', () => read.some((one, index) => sessionIn(one) !== null && forged[index]?.by?.key === keys.at(-1)));
  explain('id-as-a-path', () => by?.id.includes('dev/null') === true);
  explain('id-in-an-object', () => ['__proto__', 'constructor', 'toString'].includes(by?.id ?? ''));
  explain('believes-the-empty-key', () => by?.key === '' || by?.key === '\0');
  demand(
    wrong < 0,
    `A stranger signed with the key ${shown(by?.key)}, as if it were the one with the id ${shown(by?.id)}. read should give null, but it ${whatItDid(outcome)}.`,
  );
});
