// One request to an Express app, and what it answers.

import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';

export interface Answer {
  readonly status: number;
  readonly setCookies: readonly string[];
  readonly body: string;
}

export async function exchange(app: Express, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const server = createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, setCookies: response.headers['set-cookie'] ?? [], body }),
        );
      })
        .on('error', reject)
        .end();
    });
  } finally {
    server.close();
  }
}

/** @returns `name=value` as it was set, or ''. */
export function pairOf({ setCookies }: Answer, name: string): string {
  return setCookies.find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? '';
}
