// What every page of the site says to the browser: nothing inline, nothing foreign, nobody frames us but ourselves.

import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Labs and the student's own app are on subdomains, at any port; they and our own panes alone may be shown in a frame. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameSrc: ["'self'", 'http://*.course.localhost:*'],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    // Plain http on this computer alone.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  });
}
