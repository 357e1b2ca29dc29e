// Several requests to one app, by any method: what it answers, what it sets.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';

export interface Sent {
  /** GET unless told. */
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly setCookies: readonly string[];
}

/** @param talk sends as often as it likes; the app listens until it is done. */
export async function requestsTo<Found>(
  app: Express,
  talk: (send: (sent: Sent) => Promise<Answered>) => Promise<Found>,
): Promise<Found> {
  const server = http.createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await talk((sent) => send(port, sent));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** `name=value` of a Set-Cookie line, as it comes back in a `Cookie` header. */
export const pairOf = (setCookie = ''): string => setCookie.split(';')[0] ?? '';

function send(port: number, { method = 'GET', path, headers = {}, form }: Sent): Promise<Answered> {
  const body = form === undefined ? '' : new URLSearchParams(form).toString();
  const about =
    form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, agent: false, method, path, headers: { ...about, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text, setCookies: response.headers['set-cookie'] ?? [] }),
        );
      },
    );
    request.on('error', reject).end(body);
  });
}
