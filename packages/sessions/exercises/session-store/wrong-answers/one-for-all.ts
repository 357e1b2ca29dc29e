// Caught by: keeps-values, begins-late, nobody-can-guess, adopts-no-id, idle-limit, absolute-limit, ends, renews, leaves-nothing-behind
// Misconception: one-for-all
// The values are kept on the server, where they are safe.
import type { RequestHandler } from 'express';

const values = new Map<string, unknown>();

export function createSessions(_options: object): RequestHandler {
  return (_req, res, next) => {
    res.locals.session = {
      get: (name: string) => structuredClone(values.get(name)),
      set: (name: string, value: unknown) => void values.set(name, structuredClone(value)),
      delete: (name: string) => void values.delete(name),
      renew: () => {},
      end: () => values.clear(),
    };
    next();
  };
}
