// One request and its answer, as this server received and sent them.

import type { Request, Response } from 'express';

import type { SetLine } from '../../inspector/cookie-record';
import type { SeenRequest } from '../../inspector/why-not-sent';

export interface Exchange {
  readonly requestLine: string;
  /** As they came, the Cookie among them; browsers' small talk left out. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly status: string;
  readonly setLines: readonly SetLine[];
}

const told = /^(?:host|origin|referer|cookie|content-type|sec-fetch-(?:site|mode|dest|user))$/i;

export function headersAsSent({ rawHeaders }: Request): Exchange['headers'] {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]];
    if (told.test(name)) pairs.push([name, value]);
  }
  return pairs;
}

export function seenRequest(req: Request): SeenRequest {
  return {
    protocol: `${req.protocol}:`,
    host: req.hostname,
    path: new URL(req.originalUrl, 'http://lab.invalid').pathname,
    method: req.method,
    fetchSite: req.get('sec-fetch-site'),
    fetchMode: req.get('sec-fetch-mode'),
    fetchDest: req.get('sec-fetch-dest'),
  };
}

/** Sends the head of the answer, so that what middleware adds to it at the last moment is in it, and returns its Set-Cookie lines. */
export function setCookieLines(res: Response): readonly string[] {
  res.flushHeaders();
  const header = res.getHeader('set-cookie');
  return header === undefined ? [] : Array.isArray(header) ? header : [String(header)];
}
