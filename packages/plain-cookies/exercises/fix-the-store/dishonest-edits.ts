// What dishonest customers write into their cookies: cheaper totals, and quantities that make no sense.

import { createHash } from 'node:crypto';

import type { StoredCookie } from '@cookie-lessons/check-kit';

import { type Order, priceCents } from './a-customer';

export type Trick = 'plain' | 'encoded' | 'hashed' | 'quantity';

export interface Attempt {
  readonly trick: Trick;
  /** The cookie that is edited, and what else changes along: a hash of it, wherever it stands. */
  readonly name: string;
  readonly wasHttpOnly: boolean;
  /** All cookies, as the browser's tools would show them. */
  readonly cookies: ReadonlyMap<string, string>;
  /** What was written in the place of what, for the student. */
  readonly change: string;
}

const cheapCents = 150;

/** What a dishonest customer writes into one cookie after the other, in the hope of paying $1.50. */
export function cheaperTotals(cookies: readonly StoredCookie[], order: Order): readonly Attempt[] {
  const quantities = quantitiesOf(order);
  const seen = new Set<string>();
  return cookies.flatMap((cookie): Attempt[] => {
    const inside = viewsOf(cookie.value).map((view) => ({ ...view, after: cheaper(view.text, order.cents) }));
    const text = decoded(cookie.value);
    const whole = ['$1.50', '1.50', String(cheapCents)].map((after) => {
      const trick: Trick = quantities.has(text) ? 'quantity' : 'plain';
      return { trick, text, after, write: asItIs };
    });
    return [...inside, ...whole].flatMap(({ trick, text: before, after, write }) => {
      const change = `its ${trick === 'quantity' ? 'quantity' : 'amount'} became 1.50`;
      const edited = attempt(cookies, cookie, { trick, before, after, write, change, amount: [order.cents, cheapCents] });
      const key = JSON.stringify([...edited.cookies]);
      if (before === after || seen.has(key)) return [];
      seen.add(key);
      return [edited];
    });
  });
}

/**
 * Whatever looks like a quantity, a price or a sum of the order becomes negative, a fraction, one, nothing or huge: in the cookie
 * as it is, in JSON, in base64 and in hex; where a hash stands beside it, it is computed anew.
 */
export function otherNumbers(cookies: readonly StoredCookie[], order: Order): readonly Attempt[] {
  const quantities = quantitiesOf(order);
  const amounts = amountsOf(order);
  return cookies.flatMap((cookie) =>
    viewsOf(cookie.value).flatMap((view) => {
      const { text } = view;
      const found = [...text.matchAll(/\d+\.\d\d(?!\d)/g), ...text.matchAll(/\d+/g)];
      return found
        .filter(([number]) => quantities.has(number) || amounts.has(number))
        .flatMap(({ 0: number, index }) =>
          [`-${number}`, '0.1', '1', '0', '1000000000'].map((instead) =>
            attempt(cookies, cookie, {
              trick: quantities.has(number) ? 'quantity' : view.trick,
              before: text,
              after: `${text.slice(0, index)}${instead}${text.slice(index + number.length)}`,
              write: view.write,
              change: `${number} became ${instead}`,
            }),
          ),
        );
    }),
  );
}

function quantitiesOf({ items }: Order): ReadonlySet<string> {
  return new Set(items.map(([, quantity]) => String(quantity)));
}

/** Every price and sum of the order, in cents and in dollars. */
function amountsOf({ items, cents }: Order): ReadonlySet<string> {
  const prices = items.flatMap(([sku, quantity]) => [priceCents[sku] ?? 0, (priceCents[sku] ?? 0) * quantity]);
  return new Set([...prices, cents].flatMap((amount) => [String(amount), (amount / 100).toFixed(2)]));
}

interface View {
  readonly trick: Trick;
  readonly text: string;
  /** Brings an edited text back into the form that the cookie has. */
  readonly write: (text: string) => string;
}

const encodings = ['base64', 'base64url', 'hex'] as const;
const asItIs = (text: string): string => text;

/** A cookie's value as a curious customer reads it: decoded, and each of its parts that is readable text in base64 or hex. */
function viewsOf(value: string): View[] {
  const text = decoded(value);
  const parts = new Set([text, ...text.split(separators)].filter((part) => part.length >= 4));
  const inside = [...parts].flatMap((part) =>
    encodings.flatMap((encoding): View[] => {
      const read = Buffer.from(part, encoding).toString('utf8');
      if (Buffer.from(read).toString(encoding) !== part || !/^[\x20-\x7e]+$/.test(read)) return [];
      return [{ trick: 'encoded', text: read, write: (edited) => text.replace(part, Buffer.from(edited).toString(encoding)) }];
    }),
  );
  return [{ trick: 'plain', text, write: asItIs }, ...inside.slice(0, 4)];
}

type Pair = readonly [before: string, after: string];

const separators = /[.|:;,~!&_-]+/;

/** One cookie edited, and every hash of it, of its amount or of one of its parts made to fit. */
function attempt(
  cookies: readonly StoredCookie[],
  { name, value, httpOnly }: StoredCookie,
  edit: {
    readonly trick: Trick;
    readonly before: string;
    readonly after: string;
    readonly write: View['write'];
    readonly change: string;
    readonly amount?: readonly [from: number, to: number];
  },
): Attempt {
  const [whole, edited] = [decoded(value), edit.write(edit.after)];
  const pairs: readonly Pair[] = [
    [edit.before, edit.after],
    [whole, edited],
    ...partsOf(edit.before, edit.after),
    ...partsOf(whole, edited),
    ...spellings(edit.amount),
  ];
  const hashes = hashesToReplace(pairs.filter(([before, after]) => before !== after));
  let wasHashed = false;
  const changed = cookies.map((cookie): [string, string] => {
    const text = cookie.name === name ? edited : decoded(cookie.value);
    const fitting = hashes.reduce((result, [before, after]) => result.replaceAll(before, after), text);
    wasHashed ||= fitting !== text;
    return [cookie.name, fitting === decoded(cookie.value) ? cookie.value : encodeURIComponent(fitting)];
  });
  return {
    trick: wasHashed && edit.trick !== 'quantity' ? 'hashed' : edit.trick,
    name,
    wasHttpOnly: httpOnly,
    cookies: new Map(changed),
    change: edit.change,
  };
}

/** The text without its last part, and without its first: one of them may be a hash of the rest. */
function partsOf(before: string, after: string): Pair[] {
  return ['.', '|', ':', ';', ',', '~', '!', '&', '_', '-'].flatMap((separator) =>
    before.includes(separator) && after.includes(separator)
      ? [
          [before.slice(0, before.lastIndexOf(separator)), after.slice(0, after.lastIndexOf(separator))],
          [before.slice(before.indexOf(separator) + 1), after.slice(after.indexOf(separator) + 1)],
        ]
      : [],
  );
}

function spellings(amount: readonly [number, number] | undefined): Pair[] {
  if (amount === undefined) return [];
  const write = [(cents: number) => `$${(cents / 100).toFixed(2)}`, (cents: number) => (cents / 100).toFixed(2), String];
  return write.map((written) => [written(amount[0]), written(amount[1])]);
}

function hashesToReplace(pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap((pair) =>
    ['sha256', 'sha1', 'md5'].flatMap((algorithm) => {
      const [before, after] = pair.map((text) => createHash(algorithm).update(text).digest()) as [Buffer, Buffer];
      return encodings.map((encoding) => [before.toString(encoding), after.toString(encoding)] as const);
    }),
  );
}

function cheaper(text: string, cents: number): string {
  return text.replaceAll((cents / 100).toFixed(2), (cheapCents / 100).toFixed(2)).replaceAll(String(cents), String(cheapCents));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
