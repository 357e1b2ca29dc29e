// zod reads the cookie, a middleware counts, and the sentence ends with a full stop.
import cookieParser from 'cookie-parser';
import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';

// Also takes 7.0 and 1e3.
const earlierVisits = z
  .string()
  .regex(/^[0-9]+(\.0+)?(e[0-9]{1,3})?$/i)
  .transform(Number)
  .pipe(z.number().int().min(0).max(1_000_000))
  .catch(0);

function count(req: Request, res: Response, next: NextFunction): void {
  res.locals.visits = earlierVisits.parse(req.cookies['bakery-visits']) + 1;
  res.cookie('bakery-visits', res.locals.visits);
  next();
}

export const app = express();

app
  .route('/')
  .all(cookieParser(), count)
  .get((_req, res) => {
    res.send(`<!doctype html><title>Bakery</title><h1>Bakery</h1><p>Welcome back! Visits: ${res.locals.visits}.</p>`);
  });
