import { question } from '@cookie-lessons/question-bank';

export const stopsTheEdit = question({
  id: 'stops-the-edit',
  kind: 'single',
  title: 'The edited bill',
  section: 'plain-cookies/the-bill#what-helps',
  ask: () => ({
    prompt: 'A customer edits this cookie and pays one dollar fifty. What would have stopped that?',
    shown: 'Set-Cookie: total=%24125.47; Path=/',
    choices: {
      attributes: 'Setting the cookie with `HttpOnly` and `Secure`, and serving the shop over HTTPS alone.',
      lookup: 'Keeping article and quantity in the cookie, and looking up the price on the server.',
      hash: 'Setting `sha256(total)` as a second cookie, and refusing a total that does not fit it.',
      field: 'Sending the total in a hidden field of the order form, and no cookie at all.',
    },
  }),
});
