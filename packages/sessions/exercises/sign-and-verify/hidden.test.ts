import { checksFor, demand } from '@cookie-lessons/check-kit';

import { firstAccepted, quoted, shortened, signAll, spliced, verifyAll, whatItDid, withOneReplaced } from './a-forger';
import { explainForgeries } from './what-went-wrong';

const { check } = checksFor('sessions/sign-and-verify');

check('drawn-texts', async (context) => {
  const { functions, draw } = context;
  explainForgeries(context);
  const part = (label: string): string => draw.word(label, 3);
  const names = draw.shuffle('names', [part('a'), `${part('b')}-${part('c')}`, `${part('d')}_${part('e')}`, '__proto__', 'constructor']); // prettier-ignore
  const values = [`${part('f')}.${part('g')}`, `ä=${part('h')}; ${part('i')}`, `${part('j')}%2E`, '"', part('k').repeat(300)];
  const rounds = values.map((value, round) => ({ name: names[round] ?? '', value, key: draw.hex(`key ${round}`, 32), round }));
  for (const { name, value, key, round } of rounds) {
    const other = `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`;
    const [signed = '', signedOther = ''] = await signAll(functions, [
      [name, value, key],
      [name, other, key],
    ]);
    const honest = await verifyAll(functions, [
      [name, signed, key],
      [name, signedOther, key],
    ]);
    demand(honest[0]?.returned === value, `("${name}", ${quoted(value)}) was signed, and verify ${whatItDid(honest[0] ?? {})}.`);
    demand(honest[1]?.returned === other, `("${name}", ${quoted(other)}) was signed, and verify ${whatItDid(honest[1] ?? {})}.`);
    // A handful of each: all of them stand in the visible checks.
    const some = (label: string, texts: string[]): string[] => draw.shuffle(`${label} ${round}`, texts).slice(0, 12);
    const forged = [
      ...some('spliced', spliced(signed, signedOther)),
      ...some('shortened', shortened(signed)),
      ...(await wrongOnes(functions, name, key, some('replaced', withOneReplaced(signed)), value)),
    ];
    const fault = await firstAccepted(functions, [
      ...forged.map((text) => [name, text, key] as const),
      [`${name}x`, signed, key],
      [name, signed, `${key.slice(1)}0`],
    ]);
    demand(
      fault === null,
      `For the forged text ${quoted(fault?.call[1])} under the name "${fault?.call[0]}" verify should give null, but it ${whatItDid(fault ?? {})}.`,
    );
  }
});

/** Of texts with one character replaced, those not accepted for the signed value, unless there are more than spare bits explain. */
async function wrongOnes(
  functions: Parameters<typeof signAll>[0],
  name: string,
  key: string,
  texts: string[],
  value: string,
): Promise<string[]> {
  const verified = await verifyAll(
    functions,
    texts.map((text) => [name, text, key] as const),
  );
  const refused = texts.filter((_, index) => verified[index]?.returned !== value);
  return texts.length - refused.length > 2 ? texts : refused;
}
