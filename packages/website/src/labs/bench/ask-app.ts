// A request to an app of ours without any network: for somebody in a lab whose browser is a jar on this side.

import { createServer, request } from 'node:http';
import { duplexPair } from 'node:stream';

import type { Express } from 'express';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The Cookie header; none for an empty text. */
  readonly cookie: string;
  readonly form?: Readonly<Record<string, string>>;
}

export interface AppAnswer {
  readonly status: number;
  readonly setCookie: readonly string[];
  readonly text: string;
}

export function askApp(app: Express, { method, path, cookie, form }: Asked): Promise<AppAnswer> {
  const [client, server] = duplexPair();
  createServer(app).emit('connection', server);
  const body = form ? new URLSearchParams(form).toString() : '';
  const headers = {
    host: 'lab.invalid',
    connection: 'close',
    ...(cookie !== '' && { cookie }),
    ...(form && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }),
  };
  return new Promise((resolve, reject) => {
    const asking = request({ method, path, headers, createConnection: () => client }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          setCookie: response.headers['set-cookie'] ?? [],
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
