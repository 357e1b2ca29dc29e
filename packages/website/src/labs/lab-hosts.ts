// Every lab on hosts of its own, chosen by the Host header before anything of the site's is asked.

import type { Express, RequestHandler } from 'express';

import { labs } from './index';
import { hostOf, type LabParts } from './lab';

export function labHosts(parts: LabParts): RequestHandler {
  const apps = new Map<string, Express>();
  for (const lab of labs) {
    const app = lab.createApp(parts);
    for (const host of new Set([hostOf(lab), ...(lab.otherHosts ?? [])])) apps.set(host, app);
  }
  return (req, res, next) => {
    const [, host = '', port = ''] = /^([a-z0-9.-]+):(\d+)$/.exec(req.headers.host?.toLowerCase() ?? '') ?? [];
    const app = [parts.port(), parts.secondPort()].includes(Number(port)) ? apps.get(host) : undefined;
    if (!app) return next();
    app(req, res, (error?: unknown) => {
      if (error) return next(error);
      res.status(404).type('text').send('This lab has no such page. Begin at its first one.\n');
    });
  };
}
