import { checksFor, demand } from '@cookie-lessons/check-kit';

import { crackerOf, demandFound, explainNone, quoted } from './a-cracker';
import { issue, type Kind, kinds } from './an-issued-cookie';
import { listWith, plainWord, someWords } from './a-word-list';
import { oddWords } from './odd-words';
import { explainFlask, explainSigned } from './wrongly-signed';

const { check } = checksFor('secret-keys/crack-a-key');

// Every kind of cookie with a plain word, with one that isn't, and with a strong key: 16 passes through a short list.
check('any-cookie', async (context) => {
  const { draw } = context;
  const crack = crackerOf(context);
  const odd = oddWords(draw);
  const all = Object.keys(kinds) as Kind[];
  const rounds = draw.shuffle('rounds', all.flatMap((kind, index) => [
    { kind, key: plainWord(draw, `plain ${kind}`), neighbours: [], strong: false },
    ...odd.slice(2 * index, 2 * index + 2).map(({ word, neighbours }) => ({ kind, key: word, neighbours, strong: false })),
    { kind, key: draw.hex(`strong ${kind}`, 32), neighbours: [], strong: true },
  ])); // prettier-ignore
  explainFlask(context);
  explainSigned(context);
  for (const [round, { kind, key, neighbours, strong }] of rounds.entries()) {
    const label = `round ${round}`;
    const cookie = issue(draw, label, kind, key);
    if (strong) {
      const words = someWords(draw, label);
      const found = await crack(cookie, words.join('\n'));
      explainNone(context, found, words);
      demand(found === null, `For ${kinds[kind]} with a strong key, crack should return null, but it returned ${quoted(found)}.`);
      continue;
    }
    const list = listWith(draw, label, key, draw.integer(`${label} place`, 5, 95) / 100);
    const words = [...neighbours, ...list.words];
    await demandFound(crack, kinds[kind], cookie, key, { ...list, words, lineEnd: round % 2 === 0 ? '\n' : '\r\n' });
  }
});
