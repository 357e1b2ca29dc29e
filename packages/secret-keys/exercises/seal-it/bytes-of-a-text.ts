// A sealed text, whatever its layout, as the bytes that travel in it: so that single bytes can be changed and taken out.

export interface Part {
  readonly bytes: Buffer;
  /** The whole text, with these bytes in place of its own. */
  with(bytes: Buffer): string;
}

/** The runs of base64, base64url or hex in a text that decode to bytes, and back to the very same characters. */
export function partsOf(text: string): Part[] {
  const runs = [...text.matchAll(/[A-Za-z0-9+/_=-]+/g)];
  return runs.flatMap(({ 0: run, index }) => {
    const encode = encodingOf(run);
    if (encode === null) return [];
    const [before, after] = [text.slice(0, index), text.slice(index + run.length)];
    return [{ bytes: decode(run, encode), with: (bytes: Buffer) => before + encoded(bytes, encode) + after }];
  });
}

type Encoding = 'hex' | 'HEX' | 'base64' | 'base64url' | 'base64 without padding';

function encodingOf(run: string): Encoding | null {
  const all: readonly Encoding[] = ['hex', 'HEX', 'base64', 'base64url', 'base64 without padding'];
  // A number in plain digits is no run of bytes.
  if (/^\d{1,16}$/.test(run)) return null;
  return all.find((encoding) => encoded(decode(run, encoding), encoding) === run && run.length > 1) ?? null;
}

function decode(run: string, encoding: Encoding): Buffer {
  return Buffer.from(run, encoding.toLowerCase() === 'hex' ? 'hex' : 'base64');
}

function encoded(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'hex':
      return bytes.toString('hex');
    case 'HEX':
      return bytes.toString('hex').toUpperCase();
    case 'base64':
      return bytes.toString('base64');
    case 'base64url':
      return bytes.toString('base64url');
    case 'base64 without padding':
      return bytes.toString('base64').replace(/=+$/, '');
  }
}

/** Each byte of it flipped in one bit, each on its own. */
export function withOneBitFlipped(text: string): string[] {
  return partsOf(text).flatMap((part) =>
    Array.from(part.bytes, (byte, at) => {
      const bytes = Buffer.from(part.bytes);
      bytes.writeUInt8(byte ^ 1, at);
      return part.with(bytes);
    }),
  );
}

/** So many bytes taken out, at every place. */
export function withoutSome(text: string, count: number): string[] {
  return partsOf(text).flatMap((part) =>
    Array.from({ length: Math.max(part.bytes.length - count + 1, 0) }, (_, at) =>
      part.with(Buffer.concat([part.bytes.subarray(0, at), part.bytes.subarray(at + count)])),
    ),
  );
}

/** What stands in no part (digits, say), each character replaced by another of its kind. */
export function withOnePlainCharacterReplaced(text: string): string[] {
  const inParts = new Set<number>();
  for (const { 0: run, index } of text.matchAll(/[A-Za-z0-9+/_=-]+/g))
    if (encodingOf(run) !== null) for (let at = index; at < index + run.length; at++) inParts.add(at);
  return Array.from(text).flatMap((character, at) => {
    if (inParts.has(at)) return [];
    const others = /\d/.test(character) ? [String((Number(character) + 1) % 10), '9'] : [character === 'x' ? 'y' : 'x'];
    return others.filter((other) => other !== character).map((other) => text.slice(0, at) + other + text.slice(at + 1));
  });
}

/** Cut at its end and at its beginning. Three characters are more than spare bits and padding. */
export function shortened(text: string): string[] {
  const lengths = Array.from({ length: Math.max(text.length - 2, 0) }, (_, length) => length);
  return lengths.flatMap((length) => [text.slice(0, length), text.slice(text.length - length)]);
}

/** The longest run of equal bytes at equal places in two texts; what is meant to be read by everybody (a header) aside. */
export function longestCommonRun(one: string, other: string): number {
  const others = partsOf(other);
  const runs = partsOf(one).map(({ bytes }, index) => {
    if (/^[\x20-\x7e]*$/.test(bytes.toString('latin1'))) return 0;
    const against = others[index]?.bytes ?? Buffer.alloc(0);
    let [longest, run] = [0, 0];
    for (let at = 0; at < Math.min(bytes.length, against.length); at++) {
      run = bytes[at] === against[at] ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  });
  return Math.max(0, ...runs);
}

/** Do sixteen bytes of it, a block of AES, stand there twice? */
export function hasEqualBlocks(text: string): boolean {
  return partsOf(text).some(({ bytes }) => {
    const seen = new Set<string>();
    for (let at = 0; at + 16 <= bytes.length; at++) {
      const block = bytes.toString('hex', at, at + 16);
      if (seen.has(block)) return true;
      seen.add(block);
    }
    return false;
  });
}
