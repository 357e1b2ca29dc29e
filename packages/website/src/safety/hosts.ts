// Which names this computer may call the site by. Any other means that somebody's page has led a browser here (DNS rebinding).

import type { RequestHandler } from 'express';

/** The site's own name: labs are its subdomains, so that their cookies are first-party beside the text. */
export const siteHost = 'course.localhost';
const alsoTheSite = ['localhost', '127.0.0.1', '[::1]'];

/** Lets through the site's own names at its own port; everything else gets 421. Labs have been taken out before. */
export function onlyOurHosts(port: () => number): RequestHandler {
  return (req, res, next) => {
    const known = [siteHost, ...alsoTheSite].map((name) => `${name}:${port()}`);
    if (req.headers.host !== undefined && known.includes(req.headers.host.toLowerCase())) return next();
    res.status(421).type('text').send('This is not a name of the course. Open the address that npm start printed.\n');
  };
}

/** @returns the name before `.course.localhost:<port>` of a lab's request, else null. */
export function labOf(host: string | undefined, port: number): string | null {
  const [, name = null] = /^([a-z][a-z0-9-]*)\.course\.localhost:(\d+)$/i.exec(host ?? '') ?? [];
  return name !== null && host?.endsWith(`:${port}`) ? name.toLowerCase() : null;
}
