import { question } from '@cookie-lessons/question-bank';

export const mayBeInTheCookie = question({
  id: 'may-be-in-the-cookie',
  kind: 'multiple',
  title: 'What may be in it',
  section: 'sessions/what-to-keep-out',
  ask: () => ({
    prompt: 'Which of these may a shop keep in a session that is a signed cookie?',
    choices: {
      language: 'The language in which the visitor reads.',
      articles: 'Which few articles are in the cart.',
      number: 'The number that the visitor is to guess.',
      hash: 'The SHA-256 of a number from 1 to 50 that is to be guessed.',
      tries: 'How many guesses are left.',
      credit: 'What is left on the gift card.',
    },
  }),
});
