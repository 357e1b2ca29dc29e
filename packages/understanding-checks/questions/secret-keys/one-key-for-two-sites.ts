import { question } from '@cookie-lessons/question-bank';

export const oneKeyForTwoSites = question({
  id: 'one-key-for-two-sites',
  kind: 'single',
  title: 'One key for two sites',
  section: 'secret-keys/what-happened-to-others#one-key-for-many-installations',
  draw: (draw) => ({
    user: draw.name('user'),
    here: draw.word('here', 5),
    there: draw.word('there', 6),
    key: draw.hex('key', 32),
  }),
  ask: ({ user, here, there }) => ({
    prompt: `Two companies run the same Flask app. Both kept the key it came with: random, and 64 hex digits long. ${user} is logged in at \`${here}.test\`, and has no account at \`${there}.test\`. The app believes the user name in the session. How does ${user} get in there?`,
    choices: {
      copy: `By sending the session cookie of \`${here}.test\` to \`${there}.test\`.`,
      crack: 'Only by guessing the key from the cookie first, with a long list.',
      unsigned: 'By sending the payload of that cookie without its signature.',
      never: `Not at all: the session was issued by \`${here}.test\`, and its signature says so.`,
    },
  }),
});
