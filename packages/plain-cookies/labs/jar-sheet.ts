// The sheet of predict-the-jar: ten Set-Cookie lines and ten addresses, drawn for one student. Questions only; nothing here knows
// the answers.

import { createHmac } from 'node:crypto';

/** What a line is about; the order on the sheet is drawn. */
export type Topic =
  | 'host-only'
  | 'domain-above'
  | 'sibling-domain'
  | 'path-boundary'
  | 'path-below'
  | 'secure-from-http'
  | 'secure-to-http'
  | 'already-over'
  | 'none-without-secure'
  | 'ports';

export interface SheetLine {
  readonly topic: Topic;
  readonly setCookie: string;
  /** The address whose answer carries the line. */
  readonly answeredBy: string;
  /** The address that is typed next. */
  readonly typedNext: string;
}

/** The same student always gets the same sheet. */
export function drawSheet(studentId: string): readonly SheetLine[] {
  const number = (label: string, below: number): number =>
    createHmac('sha256', 'predict-the-jar')
      .update(JSON.stringify([studentId, label]))
      .digest()
      .readUInt32BE(0) % below;
  const word = (label: string): string =>
    Array.from({ length: 6 }, (_, at) =>
      (at % 2 === 0 ? 'bdfgklmnprstv' : 'aeiou').charAt(number(`${label} ${at}`, at % 2 === 0 ? 13 : 5)),
    ).join('');
  const lines = makeLines(word, (label) => 3000 + number(label, 900));
  return lines
    .map((line) => ({ line, rank: number(`order ${line.topic}`, 0xffff_ffff) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ line }) => line);
}

function makeLines(word: (label: string) => string, port: (label: string) => number): SheetLine[] {
  const cookie = (topic: Topic, attributes = ''): string => `${word(`name ${topic}`)}=${word(`value ${topic}`)}${attributes}`;
  const site = (topic: Topic): string => `${word(`site ${topic}`)}.test`;
  const folder = `/${word('folder')}`;
  const [first, second] = [port('port'), port('port') + 1 + (port('other') % 90)];
  const line = (topic: Topic, attributes: string, answeredBy: string, typedNext: string): SheetLine => ({
    topic,
    setCookie: cookie(topic, attributes),
    answeredBy,
    typedNext,
  });
  const at = (topic: Topic, host = 'shop', path = '/', scheme = 'https'): string =>
    `${scheme}://${host === '' ? '' : `${host}.`}${site(topic)}${path}`;
  return [
    line('host-only', '; Path=/', at('host-only', ''), at('host-only', 'shop')),
    line('domain-above', `; Path=/; Domain=${site('domain-above')}`, at('domain-above', 'shop'), at('domain-above', 'blog')),
    line(
      'sibling-domain',
      `; Path=/; Domain=blog.${site('sibling-domain')}`,
      at('sibling-domain', 'shop'),
      at('sibling-domain', 'blog'),
    ),
    line('path-boundary', `; Path=${folder}`, at('path-boundary'), at('path-boundary', 'shop', `${folder}s`)),
    line('path-below', `; Path=${folder}`, at('path-below'), at('path-below', 'shop', `${folder}/list`)),
    line('secure-from-http', '; Path=/; Secure', at('secure-from-http', 'shop', '/', 'http'), at('secure-from-http')),
    line('secure-to-http', '; Path=/; Secure', at('secure-to-http'), at('secure-to-http', 'shop', '/', 'http')),
    line('already-over', '; Path=/; Max-Age=0', at('already-over'), at('already-over')),
    line('none-without-secure', '; Path=/; SameSite=None', at('none-without-secure'), at('none-without-secure')),
    line('ports', '; Path=/', `http://127.0.0.1:${first}/`, `http://127.0.0.1:${second}/`),
  ];
}
