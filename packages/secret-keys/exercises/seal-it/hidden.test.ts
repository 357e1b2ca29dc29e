import { checksFor, demand } from '@cookie-lessons/check-kit';

import { drawTime, firstTaken, hourMs, quoted, sealHonestly, unsealAll, whatItDid } from './a-sealer';
import { shortened, withOneBitFlipped } from './bytes-of-a-text';

const { check } = checksFor('secret-keys/seal-it');

check('drawn-vouchers', async (context) => {
  const { draw } = context;
  const part = (label: string): string => draw.word(label, 3);
  const names = draw.shuffle('names', ['__proto__', `${part('a')}-${part('b')}`, `${part('c')}_${part('d')}`, part('e')]);
  const values = draw.shuffle('values', [
    `${part('f')}.${part('g')}|${part('h')}`,
    `🍪 ${part('i')}\0\n`,
    part('j').repeat(300),
    '\u2028"]}',
  ]);
  for (const [round, name] of names.entries()) {
    const [value = '', key] = [values[round], draw.hex(`key ${round}`, 32)];
    const until = drawTime(context) + draw.integer(`hours ${round}`, 1, 5_000) * hourMs;
    const sealed = await sealHonestly(context, [name, value, key, until]);
    const altered = [...withOneBitFlipped(sealed), ...draw.shuffle(`cut ${round}`, shortened(sealed)).slice(0, 20)];
    const [otherName, otherKey] = [
      names[(round + 1) % names.length] ?? '',
      `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
    ];
    for (const [what, outcomes] of [
      ['a text that nobody has sealed', await unsealAll(context, name, altered, key, until - hourMs)],
      ['what was sealed for another name', await unsealAll(context, otherName, [sealed], key, until - hourMs)],
      ['what was sealed with another key', await unsealAll(context, name, [sealed], otherKey, until - hourMs)],
      ['what has ended', await unsealAll(context, name, [sealed], key, until + hourMs)],
    ] as const) {
      const at = firstTaken(outcomes);
      demand(at < 0, `For ${what} (value ${quoted(value)}) unseal should give null, but it ${whatItDid(outcomes[at] ?? {})}.`);
    }
  }
});
