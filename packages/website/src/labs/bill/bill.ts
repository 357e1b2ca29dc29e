// The bill: a total in a cookie, five ways to protect it, and which of them stop a customer with a keyboard.

import { randomBytes } from 'node:crypto';

import cookieParser from 'cookie-parser';
import type { Express } from 'express';

import { html, type Html } from '../../html';
import { createBench, fieldsOf } from '../bench/bench';
import type { LabView, Step } from '../bench/lab-page';
import type { Lab, LabParts } from '../lab';
import { type BillMode, modeOf, modes, type Order } from './bill-modes';
import { whatItMeans } from './what-it-means';
import { type Cart, cartOf, carts, inDollars } from './shop';

export const bill: Lab = {
  id: 'bill',
  title: 'The bill',
  lessonId: 'plain-cookies',
  page: 'the-bill',
  story:
    'A toy store writes the total of your order into a cookie, and charges what the cookie says when you pay. You would rather pay $1.50 than $125.47.',
  browserNote: 'Cookies can be edited in the developer tools of every browser; what you see here holds in all of them.',
  createApp,
};

interface BillState {
  mode: BillMode;
  /** What the page shows. */
  cart: Cart | null;
  /** Orders that the store keeps itself, by id. */
  orders: Map<string, Order>;
  /** The Set-Cookie value of a small order, noted by a customer who thinks ahead. */
  noted: string | null;
}

function createApp(parts: LabParts): Express {
  const secretKey = randomBytes(32).toString('hex');
  const bench = createBench<BillState>({
    lab: bill,
    parts,
    begin: () => ({ mode: modeOf('plain'), cart: null, orders: new Map(), noted: null }),
    view: ({ state, record }) => viewOf(state, record.names()),
    standingOf: ({ name, value }, { mode }) => {
      if (mode.id === 'server' && name === 'order') return 'id';
      if (mode.id !== 'signed' || name !== 'total') return 'unknown';
      const signed = decoded(value);
      return signed.startsWith('s:') && cookieParser.signedCookie(signed, secretKey) !== false ? 'signed' : 'forged';
    },
  });
  const { app, visitOf, show } = bench;
  app.use(cookieParser(secretKey));
  app.get('/', (req, res) => show(req, res));
  app.post('/mode', (req, res) => {
    const { state, record } = visitOf(req);
    for (const name of record.names()) res.clearCookie(name);
    Object.assign(state, { mode: modeOf(fieldsOf(req).to), cart: null, noted: null });
    show(req, res);
  });
  app.post('/order', (req, res) => {
    const { state } = visitOf(req);
    const cart = cartOf(fieldsOf(req).cart);
    state.cart = cart;
    state.mode.remember(cart, res, state.orders);
    if (cart.id === 'small') state.noted = lastValueOf(res.getHeader('set-cookie'), state.mode.cookieName);
    const explain = html`<p>
      The store has put <code>${state.mode.cookieName}</code> into your browser. Open it under “Your cookies here” and read it;
      then change it, here or in your browser's own tools, and pay.
    </p>`;
    show(req, res, {
      step: stepsOf(state, []).find(({ id }) => id === cart.id),
      title: `Ordered for ${inDollars(cart.cents)}`,
      explain,
    });
  });
  app.post('/put-back', (req, res) => {
    const { state } = visitOf(req);
    const { cookieName, id } = state.mode;
    const attributes = id === 'plain' || id === 'base64' ? '' : '; HttpOnly; SameSite=Lax';
    if (state.noted !== null) res.append('Set-Cookie', `${cookieName}=${state.noted}; Path=/${attributes}`);
    const explain = html`<p>
      The cookie of the small order is back in your browser, byte for byte as the store once wrote it. The page still shows the
      big one. Now pay.
    </p>`;
    show(req, res, { title: 'The old cookie is back', explain });
  });
  app.post('/pay', (req, res) => {
    const { state, record } = visitOf(req);
    const shown = state.cart ?? carts[0];
    const paid = state.mode.believed(req, shown, state.orders);
    if (paid === null) res.status(400);
    const outcome = paid === null ? 'refused' : paid.cents === paid.cart.cents ? 'full' : 'less';
    const explain = html`${receipt(paid)} ${whatItMeans(state.mode.id, outcome)}`;
    const step = stepsOf(state, record.names()).find(({ id }) => id === 'pay');
    show(req, res, { step, title: paid ? `Receipt: ${inDollars(paid.cents)}` : 'The store refuses', outcome, explain });
  });
  return app;
}

function viewOf(state: BillState, names: readonly string[]): LabView {
  const { cart, mode } = state;
  return {
    switch: {
      legend: 'How the store remembers the total',
      action: '/mode',
      choices: modes.map(({ id, label }) => ({ id, label })),
      chosen: mode.id,
    },
    stage: cart
      ? html`<p class="order"><strong>Your order:</strong> ${cart.goods}. <strong>Total: ${inDollars(cart.cents)}</strong></p>`
      : html`<p class="order">You have ordered nothing yet.</p>`,
    steps: stepsOf(state, names),
  };
}

function stepsOf({ cart, mode, noted }: BillState, names: readonly string[]): readonly Step[] {
  const order = (which: Cart, button: string, title: string): Step => ({
    id: which.id,
    title,
    method: 'post',
    action: '/order',
    button,
    cookies: null,
    fields: html`<input type="hidden" name="cart" value="${which.id}" />`,
  });
  const pay: Step = {
    id: 'pay',
    title: cart ? `Pay for: ${cart.goods}` : 'Pay',
    method: 'post',
    action: '/pay',
    button: 'Pay',
    cookies: [...new Set([...names, mode.cookieName])],
    question: {
      text: 'What will the store do?',
      options: [
        { id: 'full', label: 'charge the full price of what it ships' },
        { id: 'less', label: 'ship it all, and charge less' },
        { id: 'refused', label: 'refuse' },
      ],
    },
  };
  const putBack: Step = {
    id: 'put-back',
    title: 'Put the small order’s cookie back',
    method: 'post',
    action: '/put-back',
    button: 'Put it back',
    cookies: null,
    fields: html`<p>A replay: you noted the cookie of your small order, and nothing in it is changed.</p>`,
  };
  return [
    order(carts[0], 'Order for $125.47', 'A big order'),
    order(carts[1], 'Order for $3.99', 'A small order'),
    ...(noted === null ? [] : [putBack]),
    ...(cart === null ? [] : [pay]),
  ];
}

function receipt(order: Order | null): Html {
  return order
    ? html`<p class="receipt">Shipped: ${order.cart.goods}. Paid: <strong data-paid>${inDollars(order.cents)}</strong>.</p>`
    : html`<p class="receipt">Nothing was shipped, nothing was charged.</p>`;
}

/** @returns the value of the last Set-Cookie line with this name. */
function lastValueOf(header: unknown, name: string): string | null {
  const line = [header]
    .flat()
    .map(String)
    .findLast((candidate) => candidate.startsWith(`${name}=`));
  return line?.slice(name.length + 1).split(';')[0] ?? null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
