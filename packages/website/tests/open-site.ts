// The real site on a free port of this computer, for one test.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

import { createSite, listenHere, type SiteParts } from '../src';
import { readCourse } from './read-course';

export interface OpenSite {
  readonly port: number;
  /** `/text/…` as a whole address of the site. */
  url(path: string): string;
  /** What has been asked of it and answered, e.g. `POST /api/progress same-site: 403`. */
  readonly answered: readonly string[];
  close(): Promise<void>;
}

/** @param parts what this test replaces or adds; the rest is the real course. */
export async function openSite(parts: Partial<SiteParts> = {}): Promise<OpenSite> {
  const now = { port: 0 };
  const answered: string[] = [];
  const site = createSite({ course: readCourse(), port: () => now.port, ...parts });
  const { port, close } = await listenHere((req, res) => {
    const { method, url, headers } = req;
    res.on('finish', () => answered.push(`${method} ${url} ${headers['sec-fetch-site']}: ${res.statusCode}`));
    site(req, res);
  }, 0);
  now.port = port;
  return { port, answered, url: (path) => `http://course.localhost:${port}${path}`, close };
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
