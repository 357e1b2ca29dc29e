// Does a key, or a part of one, get out: in an error, or in what the program prints?

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import { bytesOf, loadHonestly, type Style, write } from './written-keys';

/** So many characters of a drawn key stand in no message by chance. */
const telling = 6;

export async function demandSilence(context: CheckContext, style: Style): Promise<void> {
  const { draw, explain, output } = context;
  const good = draw4(draw, 'good', (label) => write(bytesOf(draw, label, style.length), style));
  const short = draw4(draw, 'short', (label) => write(bytesOf(draw, label, 31), style));
  const damaged = draw4(draw, 'damaged', (label) => `${write(bytesOf(draw, label, style.length), style)}!`);
  const refused = [short, damaged];
  const loaded = await loadHonestly(
    context,
    good,
    refused.map((key) => ({ SESSION_KEY: key })),
  );
  const accepted = loaded.findIndex(({ threw }) => threw === undefined);
  const what = ['A key of 31 bytes', 'A key with "!" behind it'];
  const printed = await output();

  const leaks = (text: string): boolean => [good, ...refused].some((key) => holdsPartOf(text, key));
  explain('echoes-the-key', () => leaks(printed) || loaded.some(({ threw }) => threw !== undefined && leaks(threw.printed)));
  demand(!leaks(printed), 'The program printed a key, or a part of one.');
  for (const [index, { threw }] of loaded.entries())
    demand(
      threw === undefined || !leaks(threw.printed),
      `${what[index]} was refused, and the error holds the value, or a part of it.`,
    );

  explain(accepted === 0 ? 'counts-characters' : 'decodes-quietly', () => accepted >= 0);
  demand(accepted < 0 || loaded.some(({ threw }) => threw !== undefined), `${what[accepted]} should make loadKey throw.`);
  for (const { threw } of loaded)
    demand(
      threw === undefined || threw.message.includes('SESSION_KEY'),
      `The message should name SESSION_KEY, but it is "${threw?.message.slice(0, 200)}".`,
    );
}

/** The first or last four characters, or any six; not in a stack's places, whose numbers may be the same by chance. */
function holdsPartOf(printed: string, key: string): boolean {
  const text = printed.replace(/^ +at .*:\d+:\d+\)?$/gm, '');
  if (text.includes(key.slice(0, 4)) || text.includes(key.slice(-4))) return true;
  return Array.from(key, (_, index) => key.slice(index, index + telling)).some(
    (part) => part.length === telling && text.includes(part),
  );
}

/** Drawn until both ends mix letters and digits: then they are part of no word and no number. */
function draw4(draw: CheckContext['draw'], label: string, make: (label: string) => string): string {
  const isMixed = (end: string): boolean => /\d/.test(end) && /[a-z]/i.test(end);
  const tries = Array.from({ length: 50 }, (_, index) => make(`${label} ${index}`));
  return tries.find((key) => isMixed(key.slice(0, 4)) && isMixed(key.slice(-4))) ?? make(label);
}
