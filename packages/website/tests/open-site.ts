// The real site on a free port of this computer, for one test.

import type { AddressInfo } from 'node:net';
import { createServer, type ServerResponse } from 'node:http';

import { createSite, listenHere, type SiteParts } from '../src';
import { readCourse } from './read-course';

export interface OpenSite {
  readonly port: number;
  /** `/text/…` as a whole address of the site. */
  url(path: string): string;
  /** What has been asked of it and answered, e.g. `POST /api/progress same-site: 403`. */
  readonly answered: readonly string[];
  /** Bytes on the wire of the heaviest page that a host has sent so far, with everything else that it has sent. */
  heaviestOf(host: string): number;
  close(): Promise<void>;
}

/** @param parts what this test replaces or adds; the rest is the real course. */
export async function openSite(parts: Partial<SiteParts> = {}): Promise<OpenSite> {
  const now = { port: 0 };
  const answered: string[] = [];
  const weights = new Map<string, Weight>();
  const site = createSite({ course: readCourse(), port: () => now.port, ...parts });
  const { port, close } = await listenHere((req, res) => {
    const { method, url, headers, socket } = req;
    const before = socket.bytesWritten;
    res.on('finish', () => {
      answered.push(`${method} ${url} ${headers['sec-fetch-site']}: ${res.statusCode}`);
      const host = headers.host?.replace(/:\d+$/, '') ?? '';
      weigh(weights, host, { path: url ?? '', isPage: isPage(res), bytes: socket.bytesWritten - before });
    });
    site(req, res);
  }, 0);
  now.port = port;
  const heaviestOf = (host: string): number => {
    const { page, parts } = weights.get(host) ?? nothing;
    return page + [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
  };
  return { port, answered, heaviestOf, url: (path) => `http://course.localhost:${port}${path}`, close };
}

interface Weight {
  /** Of the heaviest page. */
  readonly page: number;
  /** Of each other thing at its heaviest, by path. */
  readonly parts: ReadonlyMap<string, number>;
}

const nothing: Weight = { page: 0, parts: new Map() };

function weigh(
  weights: Map<string, Weight>,
  host: string,
  { path, isPage, bytes }: { readonly path: string; readonly isPage: boolean; readonly bytes: number },
): void {
  const { page, parts } = weights.get(host) ?? nothing;
  if (isPage) weights.set(host, { page: Math.max(page, bytes), parts });
  else weights.set(host, { page, parts: new Map(parts).set(path, Math.max(parts.get(path) ?? 0, bytes)) });
}

function isPage(res: ServerResponse): boolean {
  return String(res.getHeader('content-type')).startsWith('text/html');
}

/** Somebody else's page, on another port of this computer: same-site with ours, and another origin. */
export async function openStranger(page: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((_req, res) => res.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}
