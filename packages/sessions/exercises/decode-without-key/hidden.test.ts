import { checksFor } from '@cookie-lessons/check-kit';
import { Markup, tuple, Uuid } from 'flask-session-cookie';

import { type Session, sessionOf, unescapedSessionOf } from './a-flask-server';
import { readHonestly } from './a-reader';
import { explainDecoding } from './what-went-wrong';

const { check } = checksFor('sessions/decode-without-key');

/** In seconds: of three bytes, of four, of 32 bits in full, and of five bytes. */
const times = [
  [70_000, 16_000_000],
  [1_000_000_000, 2_000_000_000],
  [2_200_000_000, 4_200_000_000],
  [4_300_000_000, 9_000_000_000],
] as const;

check('drawn', async (context) => {
  const { functions, draw } = context;
  explainDecoding(context);
  const sessions = Array.from({ length: 12 }, (_, round): Session => {
    const word = (label: string): string => draw.word(`${label} ${round}`, 3 + (round % 5));
    const [from, to] = times[round % times.length] ?? [1, 2];
    const server = { key: draw.hex(`key ${round}`, 32), seconds: draw.integer(`second ${round}`, from, to) };
    const values = {
      [word('name')]: word('value'),
      flag: draw.boolean(`flag ${round}`),
      count: draw.integer(`count ${round}`, -1_000_000, 1_000_000),
      text: `${'?>~'.repeat(round % 4)}${word('text')} ü`,
      list: Array.from({ length: round }, (_item, index) => ({ article: word(`article ${index % 3}`), quantity: index })),
    };
    if (round % 3 === 0) return unescapedSessionOf(values, server);
    if (round % 3 === 1) return sessionOf(values, server);
    return sessionOf(
      {
        ...values,
        _flashes: [tuple('info', word('flash'))],
        day: new Date(Date.UTC(2020 + round, round, 3, 4, 5, 6)),
        bytes: Buffer.from(draw.hex(`bytes ${round}`, 9), 'hex'),
        id: new Uuid(draw.hex(`id ${round}`, 16)),
        html: new Markup(`<b>${word('html')}</b>`),
        odd: { ' t': word('odd') },
      },
      server,
    );
  });
  await readHonestly(functions, sessions, ['data', 'issuedAt', 'compressed']);
});
