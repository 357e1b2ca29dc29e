import { question } from '@cookie-lessons/question-bank';

export const whatASignatureProves = question({
  id: 'what-a-signature-proves',
  kind: 'multiple',
  title: 'A right signature',
  section: 'sessions/signed-is-not-encrypted#what-a-valid-signature-proves',
  ask: () => ({
    prompt: 'A session cookie arrives, and its signature is right. What does that prove?',
    choices: {
      written: 'Somebody who has the key wrote it.',
      unchanged: 'Nothing in it was changed after it was signed.',
      newest: 'It is the newest one that the server has sent.',
      owner: 'It comes from the visitor for whom it was made.',
      unread: 'Nobody but the server has read what is in it.',
      open: 'Its user has not logged out in the meantime.',
    },
  }),
});
