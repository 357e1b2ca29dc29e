import { type CheckContext, checksFor, demand } from '@cookie-lessons/check-kit';

import { type Case, firstDisagreement } from './judged-by-the-jar';

const { check } = checksFor('plain-cookies/will-it-stick');

const shop = 'https://shop.example.test/a/';

check('prefixes', async (context) => {
  const name = context.draw.word('name');
  await judgedAsByTheJar(context, [
    here(`__Host-${name}=1; Secure; Path=/`),
    here(`__Secure-${name}=1; Secure`),
    here(`__Host-${name}=1; Secure`),
    here(`__Host-${name}=1; Path=/`),
    here(`__Host-${name}=1; Secure; Path=/; Domain=example.test`),
    here(`__Secure-${name}=1`),
    { ...here(`__host-${name}=1; Path=/`), believes: 'case-of-the-prefix' },
    { ...here(`__SECURE-${name}=1`), believes: 'case-of-the-prefix' },
  ]);
});

check('sizes-and-junk', async (context) => {
  await judgedAsByTheJar(context, [
    here(`a=${'x'.repeat(4095)}`),
    here(`a=${'x'.repeat(4096)}`),
    { ...here(`a=${'é'.repeat(2048)}`), believes: 'characters-not-octets' },
    { ...here('a=1; SameSite=sometimes'), believes: 'junk-drops-the-cookie' },
    { ...here(`a=1; ${context.draw.word('unknown')}=2; Path=nowhere`), believes: 'junk-drops-the-cookie' },
    { ...here('a=1; Max-Age=+5'), believes: 'junk-drops-the-cookie' },
    here('a=1; Max-Age=0'),
    here('a=1; Max-Age=-1'),
    here('a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
    here('a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60'),
    here('a="b c", d=%41'),
  ]);
});

check('drawn', async (context) => {
  const { draw } = context;
  const cases = Array.from({ length: 24 }, (_, index): Case => {
    const pick = <T>(what: string, from: readonly T[]): T => draw.pick(`${what} ${index}`, from);
    const attributes = [
      'Secure',
      'HttpOnly',
      'SameSite=None',
      'SameSite=Lax',
      'Path=/',
      'Path=/a',
      'Domain=example.test',
      'Domain=shop.example.test',
      'Max-Age=60',
      'Max-Age=0',
    ];
    const chosen = draw.shuffle(`attributes ${index}`, attributes).slice(0, draw.integer(`count ${index}`, 0, 4));
    const address = (what: string): string =>
      `${pick(`${what} scheme`, ['http', 'https', 'https'])}://${pick(`${what} host`, ['shop.example.test', 'shop.example.test', 'example.test'])}${pick(`${what} path`, ['/', '/a', '/a/b', '/ab'])}`;
    return {
      line: [`${pick('name', ['a', '__Secure-a', '__Host-a', 'a'])}=1`, ...chosen].join('; '),
      from: address('from'),
      to: address('to'),
    };
  });
  // The usual mistakes are met in every draw; the drawn cases look for others.
  const [folder, site] = [`/${draw.word('folder')}`, `${draw.word('site')}.test`];
  const always: readonly Case[] = [
    here('a=1'),
    { line: `a=1; HttpOnly; Path=${folder}`, from: `https://${site}/`, to: `https://${site}${folder}x`, believes: 'starts-with' },
    { line: 'a=1; Path=/; Secure', from: `http://${site}/`, to: `https://${site}/`, believes: 'only-the-cookie' },
    {
      line: `a=1; Max-Age=60; Domain=blog.${site}`,
      from: `https://shop.${site}/`,
      to: `https://shop.${site}/`,
      believes: 'any-domain',
    },
  ];
  await judgedAsByTheJar(context, [...always, ...cases]);
});

function here(line: string): Case {
  return { line, from: shop, to: shop };
}

async function judgedAsByTheJar(context: CheckContext, cases: readonly Case[]): Promise<void> {
  const disagreement = await firstDisagreement(context, cases);
  if (disagreement?.believes !== undefined) context.explain(disagreement.believes, () => true);
  demand(disagreement === null, disagreement?.sentence ?? '');
}
