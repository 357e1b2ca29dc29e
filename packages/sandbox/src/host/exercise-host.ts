// Runs the host's paths once while its code cache is made, so that the cache holds the functions every program needs.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { createLoader } from './module-loader';
import { findApp } from './find-app';

const sample = `
import express from 'express';
import cookieParser from 'cookie-parser';
const app = express();
app.use(express.urlencoded()); app.use(express.json()); app.use(cookieParser());
app.get('/', (req, res) => { res.cookie('a', 'b', { maxAge: 1000, sameSite: 'lax' }); res.send('<p>hi</p>'); });
app.post('/', (req, res) => { res.clearCookie('a'); res.json(req.body); });
app.get('/away', (req, res) => res.redirect('/'));
export default app;`;

/** Loads all packages and serves a few requests on a loopback port, in the process that builds the bundle. */
export async function exerciseHost(packages: Readonly<Record<string, () => unknown>>): Promise<void> {
  for (const load of Object.values(packages)) load();
  if (!packages.express || !packages['cookie-parser']) return;
  const loader = createLoader({ files: new Map([['app.ts', sample]]), allowed: new Set(Object.keys(packages)), packages });
  const app = findApp(loader.require('app.ts'));
  if (!app) return;
  const server = http.createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await ask(port, 'GET', '/');
  await ask(port, 'POST', '/', 'zip=1');
  await ask(port, 'GET', '/away');
  server.close();
}

function ask(port: number, method: string, path: string, body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: 'a=1; b=2', ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) };
    http
      .request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) =>
        response.resume().on('end', resolve),
      )
      .on('error', reject)
      .end(body);
  });
}
