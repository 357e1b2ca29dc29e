// Five ways to remember a total: how each writes its cookie, and what it believes of the one that comes back.

import { randomBytes } from 'node:crypto';

import type { Request, Response } from 'express';

import { type Cart, centsFrom, inDollars } from './shop';

export type ModeId = 'plain' | 'base64' | 'httponly' | 'signed' | 'server';

export interface Order {
  readonly cart: Cart;
  readonly cents: number;
}

export interface BillMode {
  readonly id: ModeId;
  readonly label: string;
  readonly cookieName: string;
  remember(cart: Cart, res: Response, orders: Map<string, Order>): void;
  /** @returns what is shipped and charged; null where the store sees that something isn't right. */
  believed(req: Request, shown: Cart, orders: ReadonlyMap<string, Order>): Order | null;
}

export const modes: readonly BillMode[] = [
  {
    id: 'plain',
    label: 'plain',
    cookieName: 'total',
    remember: ({ cents }, res) => void res.cookie('total', inDollars(cents)),
    believed: (req, cart) => orderOf(cart, centsFrom(cookie(req, 'total'))),
  },
  {
    id: 'base64',
    label: 'base64',
    cookieName: 'total',
    remember: ({ cents }, res) => void res.cookie('total', Buffer.from(inDollars(cents)).toString('base64url')),
    believed: (req, cart) => orderOf(cart, centsFrom(Buffer.from(String(cookie(req, 'total')), 'base64url').toString())),
  },
  {
    id: 'httponly',
    label: 'plain, HttpOnly',
    cookieName: 'total',
    remember: ({ cents }, res) => void res.cookie('total', inDollars(cents), { httpOnly: true, sameSite: 'lax' }),
    believed: (req, cart) => orderOf(cart, centsFrom(cookie(req, 'total'))),
  },
  {
    id: 'signed',
    label: 'signed',
    cookieName: 'total',
    remember: ({ cents }, res) => void res.cookie('total', inDollars(cents), { httpOnly: true, sameSite: 'lax', signed: true }),
    believed: (req, cart) => orderOf(cart, centsFrom((req.signedCookies as Readonly<Record<string, unknown>>).total)),
  },
  {
    id: 'server',
    label: 'only an id; the store keeps the order',
    cookieName: 'order',
    remember: (cart, res, orders) => {
      const id = randomBytes(16).toString('hex');
      orders.set(id, { cart, cents: cart.cents });
      res.cookie('order', id, { httpOnly: true, sameSite: 'lax' });
    },
    // The goods come from the store's books, too: the page that was shown last decides nothing.
    believed: (req, _shown, orders) => orders.get(String(cookie(req, 'order'))) ?? null,
  },
];

export function modeOf(id: string | undefined): BillMode {
  const mode = modes.find((candidate) => candidate.id === id) ?? modes[0];
  if (!mode) throw new Error('There is no way to remember a total.');
  return mode;
}

function cookie(req: Request, name: string): unknown {
  return (req.cookies as Readonly<Record<string, unknown>>)[name];
}

function orderOf(cart: Cart, cents: number | null): Order | null {
  return cents === null ? null : { cart, cents };
}
