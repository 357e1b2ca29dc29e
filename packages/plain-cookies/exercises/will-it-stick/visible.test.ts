import { type CheckContext, checksFor, demand } from '@cookie-lessons/check-kit';

import { type Case, firstDisagreement } from './judged-by-the-jar';

const { check } = checksFor('plain-cookies/will-it-stick');

check('hosts', async (context) => {
  const site = `${context.draw.word('site')}.test`;
  const shop = `https://shop.${site}/`;
  await judgedAsByTheJar(context, [
    { line: 'a=1', from: shop, to: shop },
    { line: 'a=1', from: shop, to: `https://blog.${site}/` },
    { line: `a=1; Domain=${site}`, from: shop, to: `https://blog.${site}/` },
    { line: `a=1; Domain=.${site}`, from: shop, to: `https://${site}/` },
    { line: `a=1; Domain=${site}`, from: shop, to: `https://not${site}/`, believes: 'ends-with' },
    { line: `a=1; Domain=blog.${site}`, from: shop, to: `https://blog.${site}/`, believes: 'any-domain' },
    { line: 'a=1; Domain=test', from: shop, to: shop, believes: 'any-domain' },
    { line: `a=1; Domain=${site}`, from: `https://not${site}/`, to: shop, believes: 'ends-with' },
    { line: 'a=1', from: 'http://127.0.0.1:3000/', to: 'http://127.0.0.1:4000/' },
    { line: 'a=1', from: 'http://127.0.0.1:3000/', to: 'http://localhost:3000/' },
    { line: 'a=1; Domain=localhost', from: 'http://shop.localhost/', to: 'http://shop.localhost/', believes: 'any-domain' },
  ]);
});

check('paths', async (context) => {
  const folder = `/${context.draw.word('folder')}`;
  const host = 'https://shop.example.test';
  const to = (path: string, line = `a=1; Path=${folder}`): Case => ({ line, from: `${host}/`, to: `${host}${path}` });
  await judgedAsByTheJar(context, [
    to(folder),
    to(`${folder}/below`),
    { ...to(`${folder}bar`), believes: 'starts-with' },
    to('/'),
    to('/other', 'a=1; Path=/'),
    { line: 'a=1', from: `${host}${folder}/page`, to: `${host}${folder}/other` },
    { line: 'a=1', from: `${host}${folder}/page`, to: `${host}/` },
    { line: 'a=1', from: `${host}${folder}/page`, to: `${host}${folder}x`, believes: 'starts-with' },
    { line: `a=1; Path=/x; Path=${folder}/`, from: `${host}/`, to: `${host}${folder}/in` },
  ]);
});

check('schemes', async (context) => {
  const host = `shop.${context.draw.word('site')}.test`;
  const [plain, safe] = [`http://${host}/`, `https://${host}/`];
  await judgedAsByTheJar(context, [
    { line: 'a=1; Secure', from: safe, to: safe },
    { line: 'a=1; Secure', from: safe, to: plain, believes: 'only-the-cookie' },
    { line: 'a=1; Secure', from: plain, to: safe, believes: 'only-the-cookie' },
    { line: 'a=1', from: safe, to: plain },
    { line: 'a=1; SameSite=None', from: safe, to: safe },
    { line: 'a=1; SameSite=None; Secure', from: safe, to: safe },
    { line: 'a=1; Secure', from: 'http://localhost:3000/', to: 'http://localhost:3000/' },
    { line: 'a=1; Secure', from: 'http://shop.localhost/', to: 'http://shop.localhost/' },
    { line: 'a=1; Secure', from: 'http://127.0.0.1/', to: 'http://127.0.0.1/' },
  ]);
});

async function judgedAsByTheJar(context: CheckContext, cases: readonly Case[]): Promise<void> {
  const disagreement = await firstDisagreement(context, cases);
  if (disagreement?.believes !== undefined) context.explain(disagreement.believes, () => true);
  demand(disagreement === null, disagreement?.sentence ?? '');
}
