// What Express really writes.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

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
  const server = http.createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    return await ask((server.address() as AddressInfo).port, cookie);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function ask(port: number, cookie: string): Promise<{ setCookies: readonly string[]; said: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = cookie === '' ? {} : { cookie };
    const sent = http.get({ host: '127.0.0.1', port, agent: false, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ setCookies: response.headers['set-cookie'] ?? [], said: JSON.parse(text) as unknown }));
    });
    sent.on('error', reject);
  });
}
