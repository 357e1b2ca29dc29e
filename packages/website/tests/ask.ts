// One plain request to the site, with the Host that a browser would send, or any other.

import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where to knock; 127.0.0.1 unless told. */
  readonly address?: string;
}

/** @param path as it is sent: nothing is tidied up. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, address = '127.0.0.1' }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = { host: `course.localhost:${port}`, ...headers };
    const asked = request({ host: address, port, path, method, headers: sent, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: body.toString('utf8') });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
