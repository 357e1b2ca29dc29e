import { checksFor, demand } from '@cookie-lessons/check-kit';

import { crackableKinds, crackerOf, demandFound, explainNone, quoted } from './a-cracker';
import { issue, kinds } from './an-issued-cookie';
import { listWith, ourWords, plainWord, someWords, toText } from './a-word-list';
import { findsOdd, listsWith, oddWords } from './odd-words';
import { explainFlask, explainSigned } from './wrongly-signed';

const { check } = checksFor('secret-keys/crack-a-key');

check('flask-session', async (context) => {
  const { draw, explain } = context;
  const crack = crackerOf(context);
  explainFlask(context);
  for (const kind of ['flask', 'compressed'] as const) {
    const key = plainWord(draw, `${kind} key`);
    const list = listWith(draw, kind, key, 0.5);
    const cookie = issue(draw, kind, kind, key);
    explain('first-that-decodes', async () => (await crack(cookie, toText(list))) === list.words[0]);
    await demandFound(crack, kinds[kind], cookie, key, list);
  }
});

check('signed-cookie', async (context) => {
  const { draw, explain } = context;
  const crack = crackerOf(context);
  explainSigned(context);
  for (const kind of ['signed', 'dotted'] as const) {
    const key = plainWord(draw, `${kind} key`);
    const list = listWith(draw, kind, key, 0.5);
    const cookie = issue(draw, kind, kind, key);
    explain('first-that-decodes', async () => (await crack(cookie, toText(list))) === list.words[0]);
    await demandFound(crack, kinds[kind], cookie, key, list);
  }
});

check('word-for-word', async (context) => {
  const { draw, explain } = context;
  const crack = crackerOf(context);
  const [kind] = await crackableKinds(context);
  const odd = oddWords(draw);
  for (const misconception of ['splits-at-spaces', 'trims-words', 'other-letters'])
    explain(misconception, async () => {
      for (const each of odd)
        if (each.misconception === misconception && !(await findsOdd(context, kind, each).catch(() => false))) return true;
      return false;
    });
  for (const { word, lists } of odd.map((each) => ({ ...each, lists: listsWith(draw, each) }))) {
    const cookie = issue(draw, `cookie for ${word}`, kind, word);
    for (const list of lists) await demandFound(crack, kinds[kind], cookie, word, list);
  }
});

check('windows-list', async (context) => {
  const { draw, explain } = context;
  const crack = crackerOf(context);
  const [kind] = await crackableKinds(context);
  explain('keeps-the-line-end', async () => {
    const key = plainWord(draw, 'with a CR');
    return (await crack(issue(draw, 'with a CR', kind, `${key}\r`), `tin\r\n${key}\r\nbox\r\n`)) === `${key}\r`;
  });
  for (const [round, place] of [0, 0.4, 1].entries()) {
    const key = plainWord(draw, `key ${round}`);
    const list = { ...listWith(draw, `list ${round}`, key, place), lineEnd: '\r\n', closed: true } as const;
    await demandFound(crack, `${kinds[kind]} and a list from Windows`, issue(draw, `cookie ${round}`, kind, key), key, list);
  }
});

check('whole-list', async (context) => {
  const { draw, explain } = context;
  const crack = crackerOf(context);
  const [kind] = await crackableKinds(context);
  explain('not-the-whole-list', () => true);
  for (const closed of draw.shuffle('closed', [true, false]))
    for (const place of [1, 0, draw.integer('place', 1, 99) / 100]) {
      const label = `${closed} ${place}`;
      const key = plainWord(draw, label);
      const list = { ...listWith(draw, label, key, place, ourWords.length), closed };
      await demandFound(crack, kinds[kind], issue(draw, label, kind, key), key, list);
    }
});

check('says-null', async (context) => {
  const { draw } = context;
  const crack = crackerOf(context);
  for (const kind of await crackableKinds(context)) {
    const word = plainWord(draw, `${kind} word`);
    const keys = [draw.hex(`${kind} key`, 32), word, `${word}${draw.word(`${kind} end`)}`];
    for (const key of keys) {
      const words = someWords(draw, `${kind} ${key.length}`, [word]);
      const found = await crack(issue(draw, `${kind} ${key}`, kind, key), words.join('\n'));
      explainNone(context, found, words);
      demand(
        found === null,
        `For ${kinds[kind]}, signed with a key that is not in the list, crack should return null, but it returned ${quoted(found)}.`,
      );
    }
  }
});
