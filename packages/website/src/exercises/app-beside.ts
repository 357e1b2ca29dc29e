// The student's app under a name of its own, app.course.localhost at the site's port: passed on as it is, and written down on the way.

import { request as send, type IncomingMessage } from 'node:http';

import type { RequestHandler } from 'express';

import { labOf } from '../safety/hosts';
import { AppRecord } from './app-record';
import type { StudentApp } from './live-checks';

const appName = 'app';

export interface AppBeside {
  readonly record: AppRecord;
  /** Before everything else: its answers carry no header of the site's. */
  readonly handler: RequestHandler;
  /** Told after each answer. @returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** @param port of the site. */
export function appBeside(app: StudentApp | undefined, port: () => number): AppBeside {
  const record = new AppRecord();
  const listeners = new Set<() => void>();
  return {
    record,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    handler: (req, res, next) => {
      if (labOf(req.headers.host, port()) !== appName) return next();
      const to = app?.state()?.port ?? null;
      if (to === null) return void res.status(503).type('text').send('Your app is not running. Start it on the page of its exercise.\n'); // prettier-ignore
      const { method, url: path, headers } = req;
      const passed = send({ host: '127.0.0.1', port: to, method, path, headers, agent: false }, (answer) => {
        record.add({
          request: `${method} ${path.slice(0, 200)}`,
          status: answer.statusCode ?? 0,
          cookie: headers.cookie ?? null,
          setCookie: answer.headers['set-cookie'] ?? [],
        });
        res.writeHead(answer.statusCode ?? 502, rawHeadersOf(answer));
        answer.pipe(res);
        for (const listener of listeners) listener();
      });
      passed.on('error', () => {
        if (res.headersSent) return void res.destroy();
        res
          .status(502)
          .type('text')
          .send('Your app did not answer. It may be starting anew: load this page again in a moment.\n');
      });
      res.on('close', () => passed.destroy());
      req.pipe(passed);
    },
  };
}

/** As they came, two of a name included; without what belongs to one connection alone. */
function rawHeadersOf({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.filter((_, index) => !ofOneConnection.test(rawHeaders[index - (index % 2)] ?? ''));
}

const ofOneConnection = /^(?:connection|keep-alive|transfer-encoding|upgrade|trailer)$/i;
