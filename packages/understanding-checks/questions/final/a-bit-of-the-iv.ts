import { question } from '@cookie-lessons/question-bank';

export const aBitOfTheIv = question({
  id: 'a-bit-of-the-iv',
  kind: 'code',
  title: 'A bit of the iv',
  section: 'secret-keys/sealing#cbc-without-a-tag',
  draw: (draw) => ({
    // Five letters: the digit is then character 9 of the text, within the first block.
    field: draw.word('field', 5),
    digit: draw.pick('digit', [0, 2, 4, 6, 8]),
    user: draw.word('user', 6),
    key: draw.hex('key', 32),
  }),
  ask: ({ field, digit, user }) => ({
    prompt:
      'A visitor, who has the cookie and not the key, does this with it and sends it back. What does the server get when it decrypts the cookie?',
    shown: `// The cookie is base64url of: 16 bytes of iv, then what AES-256-CBC, without a tag,
// makes of {"${field}":${digit},"user":"${user}"}. Character 9 is the digit.
const bytes = Buffer.from(cookie, 'base64url');
bytes[9] ^= 1;
const changed = bytes.toString('base64url');`,
    choices: {
      flipped: `\`{"${field}":${digit + 1},"user":"${user}"}\``,
      same: `\`{"${field}":${digit},"user":"${user}"}\`: the iv is no part of the text`,
      garbage: 'Sixteen characters of garbage, and then the rest of the text',
      error: 'An error: the change is noticed, and no text is given out',
    },
  }),
});
