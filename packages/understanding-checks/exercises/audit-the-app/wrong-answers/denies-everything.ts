// Caught by: cost-of-delivery, unsigned-voucher, no-key-no-store, login-cookie, planted-session, logout-ends-it, visits-change-nothing, address-stays-home, nonsense-is-normal
// Misconception: denies-everything
// Nothing can be attacked in a store that is closed.
import express from 'express';

if (!process.env.COOKIE_KEY) throw new Error('COOKIE_KEY is not set.');

const app = express();
app.use((_req, res) => void res.status(403).send('For reasons of security, this store is closed.'));
export default app;
