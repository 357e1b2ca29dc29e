import { checksFor, demand } from '@cookie-lessons/check-kit';

import { drawTime, firstTaken, hourMs, isTaken, quoted, sealAll, sealHonestly, textsOf, unsealAll, whatItDid } from './a-sealer';
import { hasEqualBlocks, longestCommonRun, partsOf, shortened, withOneBitFlipped, withOnePlainCharacterReplaced, withoutSome } from './bytes-of-a-text'; // prettier-ignore
import type * as harness from './harness/many';

const { check } = checksFor('secret-keys/seal-it');

check('comes-back', async (context) => {
  const { draw } = context;
  const [name, key, until] = [draw.word('name'), draw.hex('key', 32), drawTime(context)];
  const word = draw.word('word');
  for (const value of [word, '', `Grüße, 木; "${word}" = \\ %41 🍪\n`, `${word} `.repeat(112), '{"a":[1,2]}', 'null'])
    await sealHonestly(context, [name, value, key, until]);
});

check('hides', async (context) => {
  const { draw, explain } = context;
  const [name, key, until] = [draw.word('name', 4), draw.hex('key', 32), drawTime(context)];
  const block = draw.word('block', 16);
  const sealed = await sealHonestly(context, [name, block.repeat(8), key, until]);
  const read = readings(sealed).some((text) => text.includes(block.slice(0, 12)));
  explain('signed-not-sealed', () => read);
  demand(!read, `The value "${block}…" can be read from its sealed form, without a key.`);
  explain('equal-blocks', () => hasEqualBlocks(sealed));
  demand(
    !hasEqualBlocks(sealed),
    `The value is "${block}" eight times in a row, and in its sealed form the same sixteen bytes stand several times.`,
  );
  const values = [block.repeat(25), draw.hex('random value', 200)];
  const [one = '', other = ''] = await sealAll(context, values.map((value) => [name, value, key, until] as const)); // prettier-ignore
  explain('length-tells', () => one.length !== other.length);
  demand(
    one.length === other.length,
    `Two values of 400 characters, "${block}…" and "${values[1]?.slice(0, 16)}…", are ${one.length} and ${other.length} characters long once they are sealed.`,
  );
});

// A thousand seals and a restart, some 60 ms: a counter that begins again is seen only after one.
check(
  'never-the-same',
  async (context) => {
    const { draw, explain, functions, reload } = context;
    const [name, key, until] = [draw.word('name', 4), draw.hex('key', 32), drawTime(context)];
    const value = draw.word('value', 8);
    await sealHonestly(context, [name, value, key, until]);
    const again = async (): Promise<string[]> =>
      textsOf(await functions<typeof harness>().sealAgain([name, value, key, until], 250), value);
    const texts = [...(await again()), ...(await again())];
    const alike = `${draw.word('alike', 60)} `;
    const [one = '', other = ''] = await sealAll(context, [
      [name, `${alike}1`, key, until],
      [name, `${alike}2`, key, until + 1_234_567_000],
    ]);
    const common = longestCommonRun(one, other);
    const distinct = new Set(texts).size;
    explain('nonce-used-twice', () => distinct < texts.length || common >= 12);
    demand(distinct === texts.length, `Sealed 500 times, the same value gave only ${distinct} different texts.`);
    demand(
      common < 12,
      `Two values that begin alike, sealed one after the other, have ${common} equal bytes in a row at the same place.`,
    );
    await reload();
    const after = [...(await again()), ...(await again())].filter((text) => texts.includes(text));
    explain('nonce-used-twice', () => after.length > 0);
    demand(after.length === 0, `After a restart, ${after.length} of 500 sealed texts are the same as before.`);
  },
  { pinnedRandom: 0.4242, nowMs: Date.UTC(2031, 5, 1), timeoutMs: 15_000 },
);

check('altered', async (context) => {
  const { draw, explain } = context;
  const [name, key, until] = [draw.word('name'), draw.hex('key', 32), drawTime(context)];
  const value = `{"admin":0,"name":"${draw.name('user')}"}`;
  const sealed = await sealHonestly(context, [name, value, key, until]);
  const other = await sealHonestly(context, [name, `{"admin":1,"name":"${draw.name('other')}"}`, key, until]);
  const flipped = withOneBitFlipped(sealed);
  const outcomes = await unsealAll(context, name, flipped, key, until - hourMs);
  const taken = outcomes.filter(isTaken);
  const becameAdmin = outcomes.find(({ returned }) => typeof returned === 'string' && returned.startsWith('{"admin":1,'));
  // GCM's tag has 16 bytes: whoever ignores it doesn't see one of them change.
  explain('before-final', () => outcomes.filter(({ returned }) => returned === value).length >= 12);
  explain('no-tag', () => taken.length > 0);
  demand(
    becameAdmin === undefined,
    `The sealed value began with {"admin":0. We flipped one bit in it, without the key, and unseal returned ${quoted(becameAdmin?.returned)}: the user is an admin.`,
  );
  demand(
    taken.length === 0,
    `Of ${flipped.length} sealed texts with one byte changed, unseal takes ${taken.length}; from one it ${whatItDid(taken[0] ?? {})}.`,
  );
  const altered = [...withOnePlainCharacterReplaced(sealed), ...shortened(sealed), ...exchanged(sealed, other)];
  const more = await unsealAll(context, name, altered, key, until - hourMs);
  const at = firstTaken(more);
  explain('end-can-be-put-off', () => at >= 0 && more[at]?.returned === value);
  demand(
    at < 0,
    `Out of ${quoted(sealed)} somebody made ${quoted(altered[at])}. unseal should give null, but it ${whatItDid(more[at] ?? {})}.`,
  );
});

check('short-tags', async (context) => {
  const { draw, explain } = context;
  const [name, key, until] = [draw.word('name'), draw.hex('key', 32), drawTime(context)];
  for (const value of [draw.word('value', 20), '']) {
    const sealed = await sealHonestly(context, [name, value, key, until]);
    for (const left of draw.shuffle(`left ${value}`, [4, 8, 12])) {
      const cut = withoutSome(sealed, 16 - left);
      const outcomes = await unsealAll(context, name, cut, key, until - hourMs);
      const at = firstTaken(outcomes);
      explain('sender-cuts-the-tag', () => at >= 0 && outcomes[at]?.returned === value && outcomes.filter(isTaken).length < 6);
      explain('before-final', () => at >= 0 && outcomes[at]?.returned === value);
      explain('no-tag', () => at >= 0);
      demand(
        at < 0,
        `${16 - left} bytes of the sealed text were left out, as if its tag had ${left}. unseal should give null, but it ${whatItDid(outcomes[at] ?? {})}.`,
      );
    }
  }
});

check('bound', async (context) => {
  const { draw, explain } = context;
  const [name, key, until] = [draw.word('name', 6), draw.hex('key', 32), drawTime(context)];
  const sealed = await sealHonestly(context, [name, draw.word('value'), key, until]);
  const [moved = {}] = await unsealAll(context, draw.word('another name', 8), [sealed], key, until - hourMs);
  explain('name-not-bound', () => isTaken(moved));
  demand(
    !isTaken(moved),
    `It was sealed for the cookie "${name}". For another one unseal should give null, but it ${whatItDid(moved)}.`,
  );
  const half = draw.hex('another half', 16);
  const keys = { 'another key': draw.hex('another key', 32), 'a key with another end': key.slice(0, 32) + half, 'a key with another beginning': half + key.slice(32) }; // prettier-ignore
  for (const [what, other] of Object.entries(keys)) {
    const [outcome = {}] = await unsealAll(context, name, [sealed], other, until - hourMs);
    explain('half-a-key', () => isTaken(outcome));
    demand(!isTaken(outcome), `With ${what} unseal should give null, but it ${whatItDid(outcome)}.`);
  }
});

check('ends', async (context) => {
  const { draw, explain } = context;
  const [name, key, until] = [draw.word('name'), draw.hex('key', 32), drawTime(context)];
  const value = draw.word('value');
  const sealed = await sealHonestly(context, [name, value, key, until]);
  const [before = {}] = await unsealAll(context, name, [sealed], key, until - 1_000);
  demand(
    before.returned === value,
    `A second before its end unseal should still give ${quoted(value)}, but it ${whatItDid(before)}.`,
  );
  for (const [late, when] of [
    [until + 1_000, 'A second'],
    [until + 400 * 24 * hourMs, '400 days'],
  ] as const) {
    const [outcome = {}] = await unsealAll(context, name, [sealed], key, late);
    explain('never-ends', () => isTaken(outcome));
    demand(!isTaken(outcome), `${when} after its end unseal should give null, but it ${whatItDid(outcome)}.`);
  }
  const edited = withOnePlainCharacterReplaced(sealed);
  const outcomes = await unsealAll(context, name, edited, key, until + 1_000);
  const at = firstTaken(outcomes);
  explain('end-can-be-put-off', () => at >= 0);
  demand(
    at < 0,
    `It had ended. Somebody made ${quoted(edited[at])} out of ${quoted(sealed)}, and unseal ${whatItDid(outcomes[at] ?? {})}.`,
  );
});

check('nonsense', async (context) => {
  const { draw, explain } = context;
  const [name, key, until] = [draw.word('name'), draw.hex('key', 32), drawTime(context)];
  const sealed = await sealHonestly(context, [name, draw.word('value'), key, until]);
  const texts = ['', '.', '..', '...', 'a', 'a.b.c', '%', '%E0%A4%A', '{}', '[]', 'null', '木', '🍪.🍪', '='.repeat(50), 'A'.repeat(16), 'A'.repeat(38), 'A'.repeat(4_000), `é${sealed}`, ...withOneBitFlipped(sealed), ...shortened(sealed)]; // prettier-ignore
  const outcomes = await unsealAll(context, name, texts, key, until - hourMs);
  const threw = outcomes.findIndex((outcome) => outcome.threw !== undefined);
  explain('throws', () => threw >= 0);
  demand(threw < 0, `For ${quoted(texts[threw])} unseal should give null, but it ${whatItDid(outcomes[threw] ?? {})}.`);
  // What is opened that should stay closed is looked at elsewhere.
  const odd = outcomes.findIndex(({ returned }) => returned !== null && typeof returned !== 'string');
  demand(odd < 0, `For ${quoted(texts[odd])} unseal should give null, but it ${whatItDid(outcomes[odd] ?? {})}.`);
});

/** What anybody sees in it without a key: as it is, decoded, and backwards. */
function readings(sealed: string): string[] {
  const decoded = partsOf(sealed).flatMap(({ bytes }) => [bytes.toString('latin1'), ...partsOf(bytes.toString('latin1')).map((inner) => inner.bytes.toString('latin1'))]); // prettier-ignore
  return [sealed, ...decoded].flatMap((text) => [text, [...text].reverse().join('')]);
}

/** The parts of one in the other, each on its own, and the beginning of one with the end of the other. */
function exchanged(sealed: string, other: string): string[] {
  const others = partsOf(other);
  const mixed = partsOf(sealed).flatMap((part, index) => {
    const theirs = others[index]?.bytes ?? part.bytes;
    const cuts = [12, 16, 28, ...(others.length > 1 ? [theirs.length] : [])];
    return cuts.map((cut) => part.with(Buffer.concat([theirs.subarray(0, cut), part.bytes.subarray(cut)])));
  });
  return mixed.filter((text) => text !== sealed && text !== other);
}
