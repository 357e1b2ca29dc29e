// Caught by: edited-cookies, missing-and-nonsense, quantities, prices-from-outside
// Misconception: refuses-everybody
// Nobody can cheat a store that is closed.
import express from 'express';

const app = express();
app.get('/', (_req, res) => void res.send('Closed.'));
app.get('/bill', (_req, res) => void res.send('Total: $0.00'));
app.use((_req, res) => void res.status(403).send('No.'));
export default app;
