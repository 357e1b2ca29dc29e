import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { keyOf } from '@cookie-lessons/question-bank';

import { whatASealDoes } from '../../questions/secret-keys/what-a-seal-does';

const [nonceBytes, tagBytes] = [12, 16];

export const whatASealDoesKey = keyOf(whatASealDoes, {
  answer: ({ secret, key, cookie, other }) => {
    const keyBytes = Buffer.from(key, 'hex');
    const jar = new Map([[cookie, seal(secret, keyBytes)]]);
    const sealed = jar.get(cookie) ?? Buffer.alloc(0);
    const opens = (value: Buffer): boolean => unseal(value, keyBytes) === secret;
    if (!opens(sealed)) throw new Error('An honest seal does not open.');
    jar.set(other, sealed);
    const bent = Buffer.from(sealed);
    bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1);
    const does: Record<string, boolean> = {
      hidden: !sealed.includes(secret),
      changed: !opens(bent),
      replayed: !opens(sealed),
      moved: !opens(jar.get(other) ?? bent),
      // The visitor deletes it, as told, and puts a copy back.
      ended: jar.delete(cookie) && !opens(sealed),
    };
    return Object.keys(does).filter((name) => does[name]);
  },
  explanation:
    'Sealing is encrypting plus a tag: nobody reads it, and nobody changes it unnoticed. It says nothing of when, how often or where it comes back; that takes a time inside, a name bound to it, and state on the server.',
  beliefs: {
    hidden: 'This is what encrypting is for: without the key, the word can not be read.',
    changed: 'GCM computes a tag over what it has encrypted, and the tag no longer fits. It is what CBC alone lacks.',
    replayed: 'A copy opens as often as it is sent. Sealed is not fresh.',
    moved: 'A seal does not know its name unless it is told: as additional data, or by a key for each name.',
    ended: 'The key opens it tomorrow as it does today. To take something back, the server has to remember something.',
  },
});

function seal(text: string, key: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

function unseal(bytes: Buffer, key: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
