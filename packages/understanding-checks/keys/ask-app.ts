// Requests to a program that a key runs, one after the other, with the cookies it is told.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';

interface AppAnswer {
  readonly status: number;
  readonly text: string;
  readonly setCookies: readonly string[];
  /** What a browser would send back: the pairs of its Set-Cookie lines. */
  readonly cookie: string;
}

/** @param cookie the `Cookie` header; none when empty. */
export type Ask = (line: `${'GET' | 'POST'} /${string}`, cookie?: string) => Promise<AppAnswer>;

/** Runs the program for as long as `act` asks it. */
export async function withApp<Result>(app: Express, act: (ask: Ask) => Promise<Result>): Promise<Result> {
  const server = http.createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await act((line, cookie = '') => send(port, line, cookie));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function send(port: number, line: string, cookie: string): Promise<AppAnswer> {
  const [method, path] = line.split(' ');
  const headers = cookie === '' ? {} : { cookie };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, agent: false, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        const setCookies = response.headers['set-cookie'] ?? [];
        const cookie = setCookies.map((sent) => sent.split(';', 1)[0]).join('; ');
        resolve({ status: response.statusCode ?? 0, text, setCookies, cookie });
      });
    });
    request.on('error', reject);
    request.end();
  });
}
