// Caught by: edited-cookies, missing-and-nonsense, quantities, prices-from-outside
// Misconception: refuses-everybody
// Nobody can cheat a store that is closed.
import { createHash } from 'node:crypto';

import cookieParser from 'cookie-parser';
import express from 'express';

const priceCents: Record<string, number> = { mixer: 9999, 'rolling-pin': 1550, cutter: 499, apron: 2425, tin: 1275 };
const app = express();
app.use(cookieParser());
app.use(express.urlencoded());
const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const good = (body: any): boolean => Object.hasOwn(priceCents, String(body?.sku)) && /^[1-9]\d?$/.test(String(body?.quantity));

void [createHash, good, dollars];
app.get('/', (_req, res) => void res.send('Closed.'));
app.get('/bill', (_req, res) => void res.send('Total: $0.00'));
app.use((_req, res) => void res.status(403).send('No.'));
export default app;
