// Requests to an Express app of ours, over a loopback port: what it answers, what it sets. Nothing is followed, nothing remembered.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';

export interface Sent {
  /** GET unless told. */
  readonly method?: string;
  readonly path: string;
  /** The `Cookie` header; none when empty. */
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly setCookies: readonly string[];
}

type Send = (sent: Sent) => Promise<Answered>;

/** @param talk sends as often as it likes; the app listens until it is done. */
export async function requestsTo<Found>(app: Express, talk: (send: Send) => Promise<Found>): Promise<Found> {
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

/** One request alone. */
export function requestTo(app: Express, sent: Sent): Promise<Answered> {
  return requestsTo(app, (send) => send(sent));
}

/** `name=value` of a Set-Cookie line, as it comes back in a `Cookie` header. */
export const pairOf = (setCookie = ''): string => setCookie.split(';', 1)[0] ?? '';

/** The pair of that name that an answer has set, or ''. */
export function pairNamed({ setCookies }: Answered, name: string): string {
  return pairOf(setCookies.find((line) => line.startsWith(`${name}=`)));
}

/** All that an answer has set, as it comes back in a `Cookie` header. */
export const cookieFrom = ({ setCookies }: Answered): string => setCookies.map((line) => pairOf(line)).join('; ');

function send(port: number, { method = 'GET', path, cookie = '', headers = {}, form }: Sent): Promise<Answered> {
  const body = form === undefined ? '' : new URLSearchParams(form).toString();
  const about =
    form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
  const all = { ...(cookie === '' ? {} : { cookie }), ...about, ...headers };
  return new Promise((resolve, reject) => {
    const sent = http.request({ host: '127.0.0.1', port, agent: false, method, path, headers: all }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, setCookies: response.headers['set-cookie'] ?? [] }),
      );
    });
    sent.on('error', reject).end(body);
  });
}
