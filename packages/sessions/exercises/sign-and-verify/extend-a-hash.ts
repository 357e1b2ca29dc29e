// Length extension: from sha256(key + text), the hash of key + text + padding + more, without the key.
// A hash like SHA-256 is the whole state of its computation, so anybody can go on where it ended.

import { createHash } from 'node:crypto';

export interface Extended {
  /** How key, name and value were put together, for the sentence that says so. */
  readonly recipe: string;
}

const separators = ['', '.', '=', ':', '|', ',', ';', '&', '/', '-', '_', ' ', '\n', '\0', '::', '--'];
/** Hashes whose result is their state. SHA-384, SHA-224 and SHA-3 hide a part of it, and can't be extended. */
const extendable = ['sha256', 'sha512', 'sha1', 'md5'];

/**
 * Looks for the signature among hashes that begin with the key, in the usual ways to put key, name and value together, and
 * extends it: for SHA-256 by computing on from the signature alone.
 * @returns null when the signature is none of these.
 */
export function extendSignature(
  signed: string,
  { name, value, key }: { name: string; value: string; key: string },
): Extended | null {
  for (const { recipe, text } of recipes(signed, name, value)) {
    for (const algorithm of extendable) {
      const hash = createHash(algorithm)
        .update(key + text)
        .digest();
      if (!['hex', 'base64', 'base64url'].some((encoding) => holds(signed, hash.toString(encoding as 'hex')))) continue;
      if (algorithm === 'sha256' && !goesOn(hash, key, text)) continue;
      return { recipe: `${algorithm}(${recipe})` };
    }
  }
  return null;
}

/** With or without its padding, as it stands or percent-encoded. */
function holds(signed: string, signature: string): boolean {
  const bare = signature.replace(/=+$/, '');
  return signed.includes(bare) || signed.includes(encodeURIComponent(bare));
}

function recipes(signed: string, name: string, value: string): { recipe: string; text: string }[] {
  const forms = new Set([value, encodeURIComponent(value), ...['base64', 'base64url', 'hex'].map((encoding) => Buffer.from(value).toString(encoding as 'hex')), ...signed.split(/[.:|~=]/)]); // prettier-ignore
  const found: { recipe: string; text: string }[] = [];
  for (const form of forms) {
    for (const between of separators) {
      found.push({ recipe: `key + name + "${between}" + value`, text: `${name}${between}${form}` });
      found.push({ recipe: `key + value + "${between}" + name`, text: `${form}${between}${name}` });
      for (const after of separators.slice(1)) {
        found.push({ recipe: `key + "${after}" + name + "${between}" + value`, text: `${after}${name}${between}${form}` });
        found.push({ recipe: `key + "${after}" + value + "${between}" + name`, text: `${after}${form}${between}${name}` });
      }
      found.push({ recipe: `key + "${between}" + value`, text: `${between}${form}` });
    }
    for (const json of [JSON.stringify([name, form]), JSON.stringify({ name, value: form })])
      found.push({ recipe: 'key + JSON', text: json });
  }
  return found;
}

/** The attack itself: only the hash and the length of what was hashed go in. The key only says whether it came out right. */
function goesOn(hash: Buffer, key: string, text: string): boolean {
  const more = Buffer.from(';role=admin');
  const hashedBytes = Buffer.byteLength(key + text);
  const padding = paddingAfter(hashedBytes);
  const forged = computeOn(hash, hashedBytes + padding.length, more);
  const honest = createHash('sha256').update(Buffer.concat([Buffer.from(key + text), padding, more])).digest(); // prettier-ignore
  return forged.equals(honest);
}

/** @see FIPS 180-4 §5.1.1 */
function paddingAfter(bytes: number): Buffer {
  const padding = Buffer.alloc(((bytes + 9 + 63) & ~63) - bytes);
  padding[0] = 0x80;
  padding.writeUInt32BE(bytes * 8, padding.length - 4);
  return padding;
}

function computeOn(hash: Buffer, bytesBefore: number, more: Buffer): Buffer {
  const padded = Buffer.concat([more, paddingAfter(bytesBefore + more.length)]);
  let state = Uint32Array.from({ length: 8 }, (_, index) => hash.readUInt32BE(index * 4));
  for (let at = 0; at < padded.length; at += 64) state = compress(state, padded.subarray(at, at + 64));
  const result = Buffer.alloc(32);
  state.forEach((word, index) => result.writeUInt32BE(word, index * 4));
  return result;
}

/** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
const constants = Uint32Array.from(primes(64), (prime) => {
  // Cube root in integers: exact to 32 bits behind the point, where a double would not be.
  const scaled = BigInt(prime) << 96n;
  let root = BigInt(Math.floor(Math.cbrt(prime) * 2 ** 32));
  while ((root + 1n) ** 3n <= scaled) root++;
  while (root ** 3n > scaled) root--;
  return Number(root & 0xffffffffn);
});

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** One block of SHA-256. @see FIPS 180-4 §6.2.2 */
function compress(state: Uint32Array, block: Buffer): Uint32Array<ArrayBuffer> {
  const w = new Uint32Array(64);
  const word = (index: number): number => w[index] ?? 0;
  const turned = (x: number, bits: number): number => (x >>> bits) | (x << (32 - bits));
  for (let i = 0; i < 16; i++) w[i] = block.readUInt32BE(i * 4);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [word(i - 15), word(i - 2)];
    const [s0, s1] = [turned(x, 7) ^ turned(x, 18) ^ (x >>> 3), turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)];
    w[i] = word(i - 16) + s0 + word(i - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const t1 = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + word(i);
    const t2 = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
  }
  return Uint32Array.from([a, b, c, d, e, f, g, h].map((value, index) => value + (state[index] ?? 0)));
}
