// What Express really writes.

import { requestTo } from '@cookie-lessons/lesson-proof';
import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';

/** @param act what a route does; the answer is ended for it. @param cookie the `Cookie` header of the request. @returns its Set-Cookie lines. */
export async function setCookiesOf(act: (res: Response, req: Request) => unknown, cookie = ''): Promise<readonly string[]> {
  return (await answerOf(act, cookie)).setCookies;
}

/** The same with the body: what the route gives back is sent as JSON. */
export async function answerOf(
  act: (res: Response, req: Request) => unknown,
  cookie = '',
  secret?: string | string[],
): Promise<{ readonly setCookies: readonly string[]; readonly said: unknown }> {
  const app = express();
  app.use(cookieParser(secret));
  app.get('/', (req, res) => {
    const said = act(res, req);
    res.json(said === undefined || said === res ? null : said);
  });
  const { setCookies, body } = await requestTo(app, { path: '/', cookie });
  return { setCookies, said: JSON.parse(body) as unknown };
}
