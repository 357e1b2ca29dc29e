// Finds a key in a text, also where it has been disguised: what any program that looks for secrets does within the second.

/** What a quarter of the key gives away is enough to know where it lay. */
const pieceLength = 16;

const maxCharacters = 65_536;

interface Reading {
  /** The end of a sentence: how the key stands there. */
  readonly how: string;
  readonly text: string;
}

/**
 * @param key  64 hex digits.
 * @param deep also looks into what is encoded twice, and into lists of numbers.
 * @returns how the key, or a quarter of it, stands in the text, e.g. `in base64`; null when it doesn't.
 */
export function traceOf(key: string, text: string, { deep = false } = {}): string | null {
  const first = readings({ how: '', text: text.slice(0, maxCharacters) }, deep);
  const all = deep ? [...first, ...first.flatMap((reading) => readings(reading, deep))] : first;
  const found = all.find(({ text }) => holdsPiece(key, text));
  return found === undefined ? null : found.how.trim() || 'as it is';
}

function holdsPiece(key: string, text: string): boolean {
  const lower = text.toLowerCase();
  for (let at = 0; at + pieceLength <= key.length; at++) if (lower.includes(key.slice(at, at + pieceLength))) return true;
  return false;
}

function readings({ how, text }: Reading, deep: boolean): Reading[] {
  const named = (added: string, texts: readonly string[]): Reading[] =>
    texts.map((one) => ({ how: how.endsWith(added) ? how : `${how} ${added}`, text: one }));
  const literals = quotedParts(text);
  return [
    { how, text },
    ...named('backwards', [reversed(text), reversed(literals.join(''))]),
    ...named('in pieces', [literals.join(''), [...literals].reverse().join('')]),
    ...named('in escapes', [unescaped(text)]),
    ...named('in base64', decoded(text, /[A-Za-z0-9+/_-]{16,}/g, ['base64'])),
    ...named('in hex', decoded(text, /[0-9A-Fa-f]{32,}/g, ['hex'])),
    ...(deep ? named('as a list of numbers', [fromNumbers(text)]) : []),
  ];
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** What stands between quotes, where it could be a piece of something encoded. */
function quotedParts(text: string): string[] {
  return [...text.matchAll(/(['"`])([A-Za-z0-9+/_=-]{1,200})\1/g)].map(([, , inner = '']) => inner);
}

/** `\x37`, `\u0037` and `%37` read as what they stand for. */
function unescaped(text: string): string {
  return text.replace(/(?:\\x|\\u00|%)([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** As text, and (for a key that was decoded before it was encoded again) in hex. From each of four places: something may stand in front. */
function decoded(text: string, run: RegExp, encodings: readonly BufferEncoding[]): string[] {
  const runs = [...text.matchAll(run)].slice(0, 200).map(([all]) => all);
  return runs.flatMap((one) =>
    encodings.flatMap((encoding) =>
      [0, 1, 2, 3].flatMap((from) => {
        const bytes = Buffer.from(one.slice(from), encoding);
        return [bytes.toString('latin1'), bytes.toString('hex')];
      }),
    ),
  );
}

/** All numbers of the text that could be a byte, as text and in hex. */
function fromNumbers(text: string): string {
  const bytes = Buffer.from(
    [...text.matchAll(/\b(?:0x([0-9A-Fa-f]{1,2})|(\d{1,3}))\b/g)]
      .map(([, hex, decimal = '']) => (hex === undefined ? Number(decimal) : parseInt(hex, 16)))
      .filter((number) => number < 256),
  );
  return `${bytes.toString('latin1')} ${bytes.toString('hex')}`;
}
