// What can be read in a student's four cookies: read from the cookies, not remembered from when they were drawn.

import { decodeFlaskSession, type FlaskDict } from 'flask-session-cookie';

import { drawSheet, type Topic } from '../../labs/session-sheet';

export interface Readable {
  readonly user: string;
  readonly invitedBy: string;
  /** Unix time in seconds. */
  readonly writtenSeconds: number;
  readonly articles: readonly string[];
  /** As it stands in the cookie, e.g. `$12.50`. */
  readonly credit: string;
  /** The whole value of the cookie that holds the credit. */
  readonly creditCookie: string;
  readonly letters: Readonly<Record<Topic, string>>;
}

export function readSheet(studentId: string): Readable {
  const sheet = drawSheet(studentId);
  const cookie = (topic: Topic): (typeof sheet)[number] => {
    const found = sheet.find((one) => one.topic === topic);
    if (!found) throw new Error(`The sheet has no cookie on ${topic}.`);
    return found;
  };
  const login = decodeFlaskSession(cookie('login').value);
  const { user, invited_by: invitedBy } = login.payload as FlaskDict & Record<'user' | 'invited_by', string>;
  const { cart } = decodeFlaskSession(cookie('cart').value).payload as {
    readonly cart?: readonly { readonly article: string }[];
  };
  const creditCookie = cookie('credit').value;
  const signed = decodeURIComponent(creditCookie);
  return {
    user,
    invitedBy,
    writtenSeconds: login.timestampSeconds,
    articles: (cart ?? []).map(({ article }) => article).sort(),
    credit: signed.slice('s:'.length, signed.lastIndexOf('.')),
    creditCookie,
    letters: {
      login: cookie('login').letter,
      cart: cookie('cart').letter,
      credit: cookie('credit').letter,
      sealed: cookie('sealed').letter,
    },
  };
}
