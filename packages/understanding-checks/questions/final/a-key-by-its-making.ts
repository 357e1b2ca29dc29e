import { question } from '@cookie-lessons/question-bank';

export const aKeyByItsMaking = question({
  id: 'a-key-by-its-making',
  kind: 'code',
  title: 'A key by its making',
  section: 'secret-keys/make-a-key#not-a-hash-of-a-word',
  draw: (draw) => ({
    word: draw.word('word', 6),
    name: draw.word('name', 5),
    year: draw.integer('year', 2019, 2026),
    bytes: draw.integer('bytes', 16, 21),
  }),
  ask: ({ word, name, year, bytes }) => ({
    prompt:
      'Each of these lines makes a key, on a server that also shows its visitors numbers from `Math.random`. Which key can not be found by somebody who knows the line and has seen some of the numbers?',
    choices: {
      bytes: `\`randomBytes(${bytes}).toString('base64url')\``,
      hash: `\`createHash('sha512').update('${word}').digest('hex')\``,
      math: "`createHash('sha256').update(String(Math.random())).digest('hex')`",
      sentence: `\`Buffer.from('${name}_secret_key_of_at_least_32_characters_${year}').toString('base64')\``,
    },
  }),
});
