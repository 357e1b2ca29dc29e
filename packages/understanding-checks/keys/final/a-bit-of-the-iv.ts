import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { keyOf } from '@cookie-lessons/question-bank';

import { aBitOfTheIv } from '../../questions/final/a-bit-of-the-iv';

export const aBitOfTheIvKey = keyOf(aBitOfTheIv, {
  answer: (values) => {
    const { field, digit, user, key } = values;
    const text = `{"${field}":${digit},"user":"${user}"}`;
    const bytes = encrypt(text, Buffer.from(key, 'hex'));
    bytes.writeUInt8(bytes.readUInt8(9) ^ 1, 9);
    const got = decrypted(bytes, Buffer.from(key, 'hex'));
    if (got === null) return 'error';
    if (got === text) return 'same';
    const { flipped } = aBitOfTheIv.ask(values).choices ?? {};
    return flipped === `\`${got}\`` ? 'flipped' : 'garbage';
  },
  explanation:
    'In CBC the first block of the text is *decrypted block, exclusive-or, iv*, and the iv is in the hands of the visitor. One bit of it flips one bit of the text, and without a tag nothing notices.',
  beliefs: {
    same: 'The iv goes into the first sixteen characters by exclusive-or. Change it, and they change.',
    garbage:
      'That is what a changed bit of the *ciphertext* does to its block. One of the iv flips just the same bit of the text.',
    error: 'CBC has no tag, so nothing is compared. That is what an authenticated mode such as GCM is for.',
  },
});

function encrypt(text: string, key: Buffer): Buffer {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
}

function decrypted(bytes: Buffer, key: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
