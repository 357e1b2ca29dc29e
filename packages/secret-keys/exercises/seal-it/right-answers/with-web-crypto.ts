// The browser's own interface, which answers with promises; the end is taken along beside the name.
const { subtle } = globalThis.crypto;

async function keyFrom(hex: string) {
  return subtle.importKey('raw', Buffer.from(hex, 'hex'), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const bound = (name: string, until: string) => new TextEncoder().encode(JSON.stringify({ name, until }));

export async function seal(name: string, value: string, key: string, untilMs: number): Promise<string> {
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12));
  const until = new Date(untilMs).toISOString();
  const options = { name: 'AES-GCM', iv, additionalData: bound(name, until), tagLength: 128 };
  const hidden = await subtle.encrypt(options, await keyFrom(key), new TextEncoder().encode(value));
  return [until, Buffer.from(iv).toString('base64'), Buffer.from(hidden).toString('base64')].join('|');
}

export async function unseal(name: string, sealed: string, key: string, nowMs: number): Promise<string | null> {
  const [until = '', iv = '', hidden = '', ...more] = sealed.split('|');
  if (more.length > 0 || !(Date.parse(until) > nowMs)) return null;
  const options = { name: 'AES-GCM', iv: Buffer.from(iv, 'base64'), additionalData: bound(name, until), tagLength: 128 };
  try {
    return new TextDecoder().decode(await subtle.decrypt(options, await keyFrom(key), Buffer.from(hidden, 'base64')));
  } catch {
    return null;
  }
}
