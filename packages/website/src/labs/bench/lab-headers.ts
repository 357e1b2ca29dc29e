// What every page of a lab says to the browser: nothing inline, nothing foreign, framed by the course alone.

import type { RequestHandler } from 'express';
import helmet from 'helmet';

import { siteHost } from '../../safety/hosts';

export interface LabPolicy {
  readonly port: () => number;
  /** Beside the lab itself, e.g. `http://evil.tossing.course.localhost:3000`: where forms may post to, and what images and frames may show. */
  readonly alsoTo?: () => readonly string[];
  /** False: not even the lab's own scripts may send anything anywhere. */
  readonly connects?: boolean;
  /** Origins that may frame it beside the site. */
  readonly framedBy?: () => readonly string[];
}

export function labHeaders({ port, alsoTo = () => [], connects = true, framedBy = () => [] }: LabPolicy): RequestHandler {
  return (req, res, next) => {
    const self = ["'self'", ...alsoTo()];
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: self,
          frameSrc: alsoTo().length > 0 ? alsoTo() : ["'none'"],
          connectSrc: connects ? self : ["'none'"],
          formAction: self,
          frameAncestors: [`http://${siteHost}:${port()}`, ...framedBy()],
          baseUri: ["'none'"],
        },
      },
      // Plain http on this computer alone. frame-ancestors says who may frame it, which this older header can't.
      strictTransportSecurity: false,
      xFrameOptions: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: framedBy().length > 0 ? 'cross-origin' : 'same-origin' },
      referrerPolicy: { policy: 'same-origin' },
    })(req, res, next);
  };
}
