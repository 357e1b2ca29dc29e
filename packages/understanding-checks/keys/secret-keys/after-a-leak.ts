import { keyOf } from '@cookie-lessons/question-bank';

import { afterALeak } from '../../questions/secret-keys/after-a-leak';

export const afterALeakKey = keyOf(afterALeak, {
  answer: () => ['draw', 'refuse', 'ask', 'clean', 'prevent'],
  explanation:
    'Only a server that no longer accepts the key stops the damage, so that comes first; it takes a new key to do it. Then one looks at what has happened already. Cleaning up takes the key back from nobody, and can wait.',
  beliefs: {
    draw: 'A new key is the first thing to have: without it the servers can not do without the old one.',
    refuse: 'As long as the old key is accepted, whoever has it can come in. Everything else can wait for that.',
    ask: 'What was done with the key can be looked for once nobody can go on doing it, and matters more than a tidy history.',
    clean: 'Whoever has copied the key keeps it. Deleting it is tidying up, and helps only after the servers refuse it.',
    prevent: 'This is about the next leak. The one that has happened comes first.',
  },
});
