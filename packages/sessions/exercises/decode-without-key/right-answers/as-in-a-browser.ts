// Nothing but what a browser has, too: atob, TextDecoder, and a DecompressionStream that is left as soon as it gives too much.

const maxBytes = 200_000;

export async function decode(cookie: string): Promise<{ data: object; issuedAt: number; compressed: boolean } | null> {
  const found = /^(?<dot>\.?)(?<payload>[\w-]+)\.(?<time>[\w-]{1,11})\.[\w-]+$/.exec(cookie)?.groups;
  if (!found) return null;
  try {
    const compressed = found.dot === '.';
    const packed = bytesOf(found.payload ?? '');
    const json = new TextDecoder('utf-8', { fatal: true }).decode(compressed ? await inflated(packed) : packed);
    const data: unknown = JSON.parse(json);
    const issuedAt = [...bytesOf(found.time ?? '')].reduce((seconds, byte) => seconds * 256 + byte, 0);
    const isSession = json.trimStart().startsWith('{') && issuedAt <= 8.64e12;
    return isSession ? { data: data as object, issuedAt, compressed } : null;
  } catch {
    return null;
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value as Uint8Array;
    length += chunk.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new Error('too large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
