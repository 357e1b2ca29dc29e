import { question } from '@cookie-lessons/question-bank';

export const whatIsLeftOfAKey = question({
  id: 'what-is-left-of-a-key',
  kind: 'number',
  title: 'What is left of a key',
  section: 'secret-keys/make-a-key#thirty-two-random-bytes',
  draw: (draw) => ({ bytes: draw.pick('bytes', [32, 40, 48]), characters: draw.pick('characters', [16, 20, 24, 28]) }),
  ask: ({ bytes, characters }) => ({
    prompt: 'How many random bits are in `key`?',
    shown: `const key = randomBytes(${bytes}).toString('hex').slice(0, ${characters});`,
    unit: 'bits',
  }),
});
