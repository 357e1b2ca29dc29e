// A signed cookie as Express itself writes it.

import cookieParser from 'cookie-parser';
import express from 'express';

import { requestsTo } from '@cookie-lessons/lesson-proof';

/** @returns the Set-Cookie line. */
export async function signedCookieOf(name: string, value: string, key: string): Promise<string> {
  const app = express();
  app.use(cookieParser(key));
  app.get('/', (_req, res) => void res.cookie(name, value, { signed: true }).end());
  const { setCookies } = await requestsTo(app, (send) => send({ path: '/' }));
  return setCookies[0] ?? '';
}
