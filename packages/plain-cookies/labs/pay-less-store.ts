// The store of the exercise pay-less: $125.47, a total in a cookie, and a receipt with a code for whoever STUDENT_ID names.

import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';

import { centsFrom, inDollars } from './money';
import { orderNumber, receiptCode } from './receipt-code';

const priceCents = 12547;

export function createApp(studentId: string = process.env.STUDENT_ID ?? ''): Express {
  const app = express();
  app.use(cookieParser());
  app.get('/', (_req, res) => {
    res.cookie('total', inDollars(priceCents));
    res.send(orderPage(orderNumber(studentId)));
  });
  app.post('/pay', (req, res) => {
    const cents = centsFrom((req.cookies as Readonly<Record<string, unknown>>).total);
    if (cents === null)
      return void res
        .status(400)
        .send(
          '<p>The cookie <code>total</code> holds no amount. An amount looks like 12.50. <a href="/">Back to the order</a></p>',
        );
    res.send(receiptPage(orderNumber(studentId), cents, codeFor(studentId, cents)));
  });
  return app;
}

export function codeFor(studentId: string, cents: number): string {
  return receiptCode({ studentId, order: orderNumber(studentId), cents });
}

function orderPage(order: string): string {
  return `<!doctype html><html lang="en"><title>Toy store</title><h1>${order}</h1>
<p>1 stand mixer, 1 rolling pin, 2 cookie cutters.</p><p>Total: <strong>${inDollars(priceCents)}</strong></p>
<form method="post" action="/pay"><button>Pay</button></form><p>A toy store: nothing is sold, attack it freely.</p></html>`;
}

function receiptPage(order: string, cents: number, code: string): string {
  const verdict =
    cents === priceCents
      ? 'You paid the full price. Whatever the page showed, your browser sent a cookie that says $125.47, and the cookie decides.'
      : `The page asked for ${inDollars(priceCents)}. Your browser sent a cookie that says ${inDollars(cents)}, and the cookie decided.`;
  return `<!doctype html><html lang="en"><title>Receipt</title><h1>Receipt for ${order}</h1>
<p>Paid: <strong>${inDollars(cents)}</strong></p><p>${verdict}</p><p>Receipt code: <code>${code}</code></p><p><a href="/">Order again</a></p></html>`;
}

export default createApp();
