import { question } from '@cookie-lessons/question-bank';

export const whatASealDoes = question({
  id: 'what-a-seal-does',
  kind: 'multiple',
  title: 'What a seal does',
  section: 'secret-keys/sealing#when-to-encrypt',
  draw: (draw) => ({
    secret: draw.word('secret', 7),
    cookie: draw.word('cookie', 5),
    other: draw.word('other', 6),
    key: draw.hex('key', 32),
  }),
  ask: ({ secret, cookie, other }) => ({
    prompt: `A server seals the word \`${secret}\` with AES-256-GCM, under a good key and a fresh nonce, and gives a visitor the result as the cookie \`${cookie}\`. It uses no additional data (AAD). What does the seal do?`,
    choices: {
      hidden: 'The visitor can not read the word.',
      changed: 'The server notices when a character of the cookie was changed.',
      replayed: 'The server notices when the cookie is sent a second time.',
      moved: `The server notices when the value comes back as the cookie \`${other}\`.`,
      ended: 'The server can take it back: from then on the seal no longer opens.',
    },
  }),
});
