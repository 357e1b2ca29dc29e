import { checksFor, demand } from '@cookie-lessons/check-kit';

import { type Fault, firstAccepted, isAccepted, quoted, shortened, signAll, signHonestly, spliced, transplanted, verifyAll, whatItDid, withOneReplaced } from './a-forger'; // prettier-ignore
import { extendSignature } from './extend-a-hash';
import { explainForgeries } from './what-went-wrong';

const { check } = checksFor('sessions/sign-and-verify');

check('comes-back', async (context) => {
  const { functions, draw, explain } = context;
  explainForgeries(context);
  const [name, key, word] = [draw.word('name'), draw.hex('key', 32), draw.word('word')];
  const values = [word, '', `${word}.${draw.word('after the dot')}.`, 'Grüße, 木; "x" = \\ %41 %', `🍪 ${word}\n`, `${word} `.repeat(100), '{"a":1}', 'null']; // prettier-ignore
  const signed = await signAll(functions, values.map((value) => [name, value, key] as const)); // prettier-ignore
  const verified = await verifyAll(
    functions,
    signed.map((text) => [name, text, key] as const),
  );
  const wrong = values.findIndex((value, index) => verified[index]?.returned !== value);
  explain('first-dot', () => values[wrong]?.includes('.') === true && verified[0]?.returned === word);
  demand(
    wrong < 0,
    `The value ${quoted(values[wrong])} was signed, and verify ${whatItDid(verified[wrong] ?? {})} instead of giving it back.`,
  );
  // RFC 6265bis §4.1.1, cookie-octet
  const outside = signed.findIndex((text) => !/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(text));
  explain('not-for-a-cookie', () => outside >= 0);
  demand(
    outside < 0,
    `The value ${quoted(values[outside])} was signed as ${quoted(signed[outside])}, which can't stand in a cookie.`,
  );
});

check('replaced', async (context) => {
  const { functions, draw } = context;
  explainForgeries(context);
  const [name, key] = [draw.word('name'), draw.hex('key', 32)];
  const [mine, wanted] = [`${draw.word('mine', 6)} 10`, `${draw.word('wanted', 6)} 99`];
  const signed = await signHonestly(functions, [name, mine, key]);
  const other = await signHonestly(functions, [name, wanted, key]);
  const replaced = withOneReplaced(signed);
  const verified = await verifyAll(
    functions,
    replaced.map((text) => [name, text, key] as const),
  );
  const fault =
    verified.find(({ returned }) => isAccepted(returned) && returned !== mine) ??
    (await firstAccepted(functions, spliced(signed, other).map((text) => [name, text, key] as const))); // prettier-ignore
  demand(fault === null, `A signed text in which something was replaced should give null, but verify ${whatItDid(fault ?? {})}.`);
  const accepted = verified.filter(({ returned }) => returned === mine).length;
  demand(
    accepted <= 2,
    `Of ${replaced.length} ways to replace one character of a signed text, verify still accepts ${accepted}.`,
  );
});

check('cut-off', async (context) => {
  const { functions, draw } = context;
  explainForgeries(context);
  const [name, key, value] = [draw.word('name'), draw.hex('key', 32), `${draw.word('value')} 10`];
  const signed = await signHonestly(functions, [name, value, key]);
  const fault = await firstAccepted(functions, shortened(signed).map((text) => [name, text, key] as const)); // prettier-ignore
  demand(
    fault === null,
    `Of a signed text of ${signed.length} characters only ${fault?.call[1].length} were sent; verify should give null, but it ${whatItDid(fault ?? {})}.`,
  );
});

check('other-key', async (context) => {
  const { functions, draw } = context;
  explainForgeries(context);
  const [name, key, strangers] = [draw.word('name'), draw.hex('key', 32), draw.hex("stranger's key", 32)];
  const value = `${draw.word('value')} 10`;
  await signHonestly(functions, [name, value, key]);
  const forged = await signHonestly(functions, [name, value, strangers]);
  const fault = await firstAccepted(functions, [[name, forged, key]]);
  demand(
    fault === null,
    `What a stranger has signed with a key of their own should give null, but verify ${whatItDid(fault ?? {})}.`,
  );
});

check('other-name', async (context) => {
  const { functions, draw, explain } = context;
  explainForgeries(context);
  const key = draw.hex('key', 32);
  const [name, other, value] = [draw.word('name', 6), draw.word('other', 8), draw.name('value')];
  const signed = await signHonestly(functions, [name, value, key]);
  const moved = await firstAccepted(functions, [[other, signed, key]]);
  demand(
    moved === null,
    `"${value}" was signed for the cookie "${name}". For the cookie "${other}" verify should give null, but it ${whatItDid(moved ?? {})}.`,
  );

  const [head, middle, tail] = [draw.word('head', 4), draw.word('middle', 3), draw.word('tail', 5)];
  const strangers = Array.from({ length: 6 }, (_, index) => draw.hex(`stranger's key ${index}`, 32));
  let glued: Fault | undefined;
  explain('glued-together', () => glued !== undefined);
  for (const between of ['', '-', '_']) {
    const first = [`${head}${between}${middle}`, tail] as const;
    const second = [head, `${middle}${between}${tail}`] as const;
    const from = await signAll(functions, [key, ...strangers].map((each) => [...first, each] as const)); // prettier-ignore
    const into = await signAll(functions, strangers.map((each) => [...second, each] as const)); // prettier-ignore
    const forged = transplanted(from, into);
    const [verified] = await verifyAll(functions, [[second[0], forged, key]]);
    // Where no part of it changes with the key, there is no signature to put anywhere.
    if (forged !== into[0] && verified?.returned === second[1]) glued = verified;
    demand(
      glued === undefined,
      `The signature of ("${first.join('", "')}") was put beside ("${second.join('", "')}"): verify should give null, but it ${whatItDid(glued ?? {})}.`,
    );
  }
});

check('longer-text', async (context) => {
  const { functions, draw, explain } = context;
  const [name, key, value] = [draw.word('name'), draw.hex('key', 32), draw.word('value')];
  explainForgeries(context);
  const signed = await signHonestly(functions, [name, value, key]);
  const extended = extendSignature(signed, { name, value, key });
  explain('hash-of-key-and-text', () => extended !== null);
  demand(
    extended === null,
    `Your signature is ${extended?.recipe}. From it alone, without the key, that of a text that goes on with ";role=admin" can be computed.`,
  );
});

check('nonsense', async (context) => {
  const { functions, draw, explain } = context;
  explainForgeries(context);
  const [name, key, value] = [draw.word('name'), draw.hex('key', 32), draw.word('value')];
  const signed = await signHonestly(functions, [name, value, key]);
  const middle = Math.floor(signed.length / 2);
  const texts = [
    '', '.', '..', '...', ':', '|', '~', 'a', 'a.b', 'a.b.c', '%', '%E0%A4%A.%', '{', '{}', '[]', 'null', '.null', 'undefined', '木.木',
    ` ${value}`, `${value}.`, `${value}.${'0'.repeat(64)}`, `${value}.${'é'.repeat(43)}`, `${value}.${'A'.repeat(4_000)}`, 'x'.repeat(4_000),
    `é${signed.slice(1)}`, `${signed.slice(0, -1)}é`, `${signed.slice(0, middle)}🍪${signed.slice(middle + 1)}`, '__proto__', 's:', 'j:{"a":1}',
    ...withOneReplaced(signed), ...shortened(signed), `${signed}AAAA`, `${signed}.AAAA`,
  ]; // prettier-ignore
  const verified = await verifyAll(
    functions,
    texts.map((text) => [name, text, key] as const),
  );
  // The signed value itself may come back where only spare bits differ; how much of the signature counts is looked at elsewhere.
  const wrong = verified.findIndex(({ returned }) => returned !== null && returned !== value);
  const fault = verified[wrong];
  explain('lengths-differ', () => fault?.threw?.includes('ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH') === true);
  explain('parses-first', () => /^(SyntaxError|URIError|TypeError)/.test(fault?.threw ?? ''));
  demand(fault === undefined, `For ${quoted(texts[wrong])} verify should give null, but it ${whatItDid(fault ?? {})}.`);
});
