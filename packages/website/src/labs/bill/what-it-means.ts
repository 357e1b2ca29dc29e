// What a receipt of the bill shows, for each way to remember the total.

import { html, type Html } from '../../html';
import type { ModeId } from './bill-modes';

export function whatItMeans(mode: ModeId, outcome: 'full' | 'less' | 'refused'): Html {
  if (mode === 'signed' && outcome === 'less')
    return html`<p>
      A signed cookie, and yet too little was paid. Nothing in it was changed: it is a total that the store has signed itself, for
      another order. A signature says <em>who wrote this</em>; it doesn’t say <em>for what</em> or <em>when</em>. Only a store
      that keeps the order itself has nothing to be fooled with.
    </p>`;
  if (outcome === 'less') return html`<p>${fooled[mode]}</p>`;
  if (outcome === 'refused') return html`<p>${noticed[mode]}</p>`;
  return html`<p>${inOrder[mode]}</p>`;
}

const fooled: Readonly<Record<ModeId, string>> = {
  plain:
    'The page asked for more. Your browser sent a cookie that says less, and the cookie decided: the store has no other memory.',
  base64: 'base64 is a way of writing, no lock. Whoever can read it can write it: decode, change, encode, pay.',
  httponly:
    'HttpOnly keeps a script on the page from reading the cookie. It hides nothing from the person at the browser, who owns the jar, and you have just changed it.',
  signed: '',
  server: 'This store looks every amount up in its own books; if you see this, tell us.',
};

const noticed: Readonly<Record<ModeId, string>> = {
  plain: 'What came was no amount at all. A well-formed lie would have been believed.',
  base64: 'What came was no amount once decoded. A well-formed lie would have been believed.',
  httponly: 'What came was no amount at all. A well-formed lie would have been believed.',
  signed:
    'The value and its signature no longer belong together, and only the key could make them. The edit is noticed. Is that the end of it? Order the small cart, then the big one, and put the small order’s cookie back.',
  server:
    'There is no order with this id. All you could change is the id, and one that somebody else has is 128 random bits away.',
};

const inOrder: Readonly<Record<ModeId, string>> = {
  plain: 'The full price, since nobody changed the cookie. Open it under “Your cookies here”, make it $1.50, and pay again.',
  base64:
    'The full price, since nobody changed the cookie. Open it under “Your cookies here”: can you read it? Write JDEuNTA in its place ($1.50), and pay again.',
  httponly: 'The full price, since nobody changed the cookie. It is HttpOnly: do you think that you can’t edit it?',
  signed: 'The full price: this cookie is as the store wrote it. Change the amount in it, and pay again.',
  server:
    'The store shipped and charged what its own books say. The cookie is a number to look up, so putting an old one back gets you the old order, at its own price.',
};
