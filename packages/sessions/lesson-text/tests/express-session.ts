// What the pages say of express-session alone.

import { describe, expect, jest } from '@jest/globals';
import expressSession from 'express-session';

import { sessionKey, claim, appWith, sessionOnServer, stored } from './the-text';
import { firstMomentSeconds, playOnExpress } from './play';

export function proveExpressSession(): void {
  describe('express-session', () => {
    claim('set-up-sessions', 'unless it has a `maxAge`: then each change sends it again, with a new date', async () => {
      const app = appWith([sessionOnServer({ cookie: { maxAge: 60_000 } })], {
        '/': (req, res) => void res.json(stored(req).zip ?? null),
        '/write/:zip': (req, res) => void res.json((stored(req).zip = String(req.params.zip))),
      });
      const answers = await playOnExpress(app, [
        { path: '/write/63105' },
        { path: '/' },
        { path: '/write/63106', atSeconds: firstMomentSeconds + 10 },
      ]);
      expect(answers.map(({ setCookies }) => setCookies.length)).toEqual([1, 0, 1]);
      const [first, , third] = answers.map(({ setCookies }) => /Expires=([^;]+)/.exec(setCookies[0] ?? '')?.[1] ?? '');
      expect(Date.parse(third ?? '') - Date.parse(first ?? '')).toBe(10_000);
    });
    claim('set-up-sessions', 'The package prints a warning in production', () => {
      const warned = jest.spyOn(console, 'warn').mockReturnValue();
      const before = process.env.NODE_ENV;
      process.env.NODE_ENV = 'production';
      jest.isolateModules(() => {
        const loadedInProduction = jest.requireActual<typeof expressSession>('express-session');
        loadedInProduction({ secret: sessionKey, resave: false, saveUninitialized: false });
      });
      process.env.NODE_ENV = before;
      expect(warned.mock.calls.join()).toContain('MemoryStore is not');
      warned.mockRestore();
    });
  });
}
