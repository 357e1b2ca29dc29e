// JSON answers, 204 for changes, Expires instead of Max-Age.
import cookieParser from 'cookie-parser';
import express, { Router } from 'express';

const prefs = Router();
prefs
  .route('/prefs')
  .get(
    (req, res) =>
      void res.json(req.cookies['delivery-place'] ? { place: req.cookies['delivery-place'] } : { message: 'No place yet.' }),
  )
  .post((req, res) => {
    const expires = new Date(Date.now() + 30 * 24 * 3_600_000);
    res.cookie('delivery-place', req.body.place, { expires, httpOnly: true, sameSite: 'lax' }).status(204).end();
  })
  .delete((_req, res) => void res.clearCookie('delivery-place', { httpOnly: true, sameSite: 'lax' }).status(204).end());

export const app = express()
  .use(cookieParser(), express.urlencoded({ extended: true }), (req, res, next) => {
    res.cookie('last_page', req.path);
    next();
  })
  .use(prefs);
