import { question } from '@cookie-lessons/question-bank';

export const afterALeak = question({
  id: 'after-a-leak',
  kind: 'order',
  title: 'After a leak',
  section: 'secret-keys/leaks#what-to-do-today',
  ask: () => ({
    prompt: 'The key of your sessions was pushed to a public repository last week. In which order do you act?',
    choices: {
      draw: 'Draw a new key, and put it where keys belong.',
      refuse: 'Let all servers take the new key, and the old one no longer.',
      ask: 'Find out what the old key opened while it was out.',
      clean: 'Take the old key out of the code, the images and the history.',
      prevent: 'Have each commit scanned from now on, so that it does not happen again.',
    },
  }),
});
