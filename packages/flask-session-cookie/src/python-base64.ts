// Base64 as Python reads it, which is more lenient than the format and stricter than Node.

/**
 * Writes base64 with `-` and `_`, without padding.
 * @see itsdangerous `encoding.base64_encode`
 */
export function writeUrlSafeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/**
 * Reads base64 as `itsdangerous` does: `-`, `_`, `+` and `/` are all understood, padding is added by length, and characters
 * of no base64 alphabet are skipped.
 *
 * So four foreign characters inside a signature do no harm, one does (the padding is computed before the skipping), and the
 * last character of a signature has two spare bits: three other characters in its place verify as well. A verdict that
 * differs from Flask's would be worse than this leniency, which lets nobody forge anything.
 *
 * @returns the bytes, or undefined where Python raises `binascii.Error`.
 * @see itsdangerous `encoding.base64_decode`
 */
export function readUrlSafeBase64(text: string): Buffer | undefined {
  const missing = -Buffer.byteLength(text) & 3;
  return readBase64(text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat(missing));
}

/**
 * Reads standard base64 as Python's `b64decode` does without `validate`.
 * @returns the bytes, or undefined where Python raises `binascii.Error`.
 * @see CPython `binascii.a2b_base64`
 */
export function readBase64(text: string): Buffer | undefined {
  let data = '';
  let padsInARow = 0;
  for (const character of text) {
    if (character === '=') {
      const place = data.length % 4;
      if (place >= 2 && place + ++padsInARow >= 4) return Buffer.from(data, 'base64');
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      data += character;
      padsInARow = 0;
    }
  }
  return data.length % 4 === 0 ? Buffer.from(data, 'base64') : undefined;
}
