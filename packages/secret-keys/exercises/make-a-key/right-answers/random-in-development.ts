// On one's own machine, and only there, a missing key is drawn, and said so. 48 bytes in base64 need no padding.
const length = 48;
const burntKeys: readonly string[] = ['5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8'];

export function generateKey(): string {
  return Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(length))).toString('base64');
}

export function loadKey(env: NodeJS.ProcessEnv): string {
  const key = (env.SESSION_KEY ?? '').trim();
  if (key === '' && env.NODE_ENV === 'development') {
    console.warn('SESSION_KEY is not set: using a random one until this program ends.');
    return generateKey();
  }
  const problem = whatIsWrongWith(key);
  if (problem !== null) throw new Error(`SESSION_KEY ${problem}`);
  return key;
}

function whatIsWrongWith(key: string): string | null {
  if (key === '') return 'is missing.';
  if (burntKeys.includes(key)) return 'was published.';
  const bytes = Buffer.from(key, 'base64');
  if (bytes.toString('base64') !== key) return 'is not base64, or was damaged on the way.';
  if (bytes.length < 32) return `has ${bytes.length} bytes, and needs 32.`;
  return bytes.every((byte) => byte === bytes[0]) ? 'is one byte repeated.' : null;
}
