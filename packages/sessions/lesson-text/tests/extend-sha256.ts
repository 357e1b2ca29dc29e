// Length extension, for real: goes on hashing from a finished SHA-256, without its text.

/**
 * @param known      the finished hash.
 * @param knownBytes how long its text was; the text itself isn't needed.
 * @returns what must stand behind the unknown text (padding, then `more`), and the hash of it all.
 */
export function extendSha256(
  known: Buffer,
  { knownBytes, more }: { readonly knownBytes: number; readonly more: string },
): { readonly suffix: Buffer; readonly hash: Buffer } {
  const glue = paddingAfter(knownBytes);
  const suffix = Buffer.concat([glue, Buffer.from(more)]);
  const state = Array.from({ length: 8 }, (_, at) => known.readUInt32BE(at * 4));
  const rest = Buffer.concat([Buffer.from(more), paddingAfter(knownBytes + suffix.length)]);
  for (let at = 0; at < rest.length; at += 64) compress(state, rest.subarray(at, at + 64));
  const hash = Buffer.alloc(32);
  state.forEach((word, at) => hash.writeUInt32BE(word, at * 4));
  return { suffix, hash };
}

function paddingAfter(bytes: number): Buffer {
  const padding = Buffer.alloc((((bytes + 8) >> 6) << 6) + 64 - bytes);
  padding[0] = 0x80;
  padding.writeBigUInt64BE(BigInt(bytes) * 8n, padding.length - 8);
  return padding;
}

const primes = Array.from({ length: 310 }, (_, at) => at + 2).filter(
  (n) => ![2, 3, 5, 7, 11, 13, 17].some((p) => p < n && n % p === 0),
);
const roundConstants = primes.slice(0, 64).map((prime) => ((Math.cbrt(prime) % 1) * 2 ** 32) >>> 0);

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function compress(state: number[], block: Buffer): void {
  const w = Array.from({ length: 16 }, (_, at) => block.readUInt32BE(at * 4));
  for (let at = 16; at < 64; at++) {
    const [a, b] = [w[at - 15] ?? 0, w[at - 2] ?? 0];
    const s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3);
    const s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10);
    w.push(((w[at - 16] ?? 0) + s0 + (w[at - 7] ?? 0) + s1) >>> 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const t1 =
      h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + (roundConstants[at] ?? 0) + (w[at] ?? 0);
    const t2 = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = ((state[at] ?? 0) + word) >>> 0));
}
