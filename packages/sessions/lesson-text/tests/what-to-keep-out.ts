// What the page says should stay out of a session.

import { createHash, randomBytes } from 'node:crypto';

import { pairNamed as pairOf } from '@cookie-lessons/lesson-proof';
import { describe, expect } from '@jest/globals';
import express, { type RequestHandler } from 'express';
import { flaskSession } from 'flask-session-cookie';
import { getIronSession } from 'iron-session';

import { sessionKey, appOf, claim, appWith, sessionOnServer, sessionInCookie, stored, replace, bodies } from './the-text';
import { type Answer, playOnExpress, type Step } from './play';

export function proveWhatToKeepOut(): void {
  describe('what to keep out', () => {
    claim('what-to-keep-out', 'Guess, and send the cookie of before the guess', async () => {
      const guess = { path: '/guess', method: 'POST' } as const;
      const app = appOf('guesses');
      const honest = await playOnExpress(app, [guess, guess, guess, guess]);
      expect(bodies(honest)).toEqual(['2 left', '1 left', '0 left', 'No guesses left.']);
      const kept = ['session', 'session.sig'].map((name) => pairOf(honest[1] as Answer, name)).join('; ');
      const again = await playOnExpress(app, Array<Step>(10).fill({ ...guess, cookie: kept }));
      expect(new Set(bodies(again))).toEqual(new Set(['0 left']));
    });
    claim(
      'what-to-keep-out',
      [
        '| flask-session-cookie | the same |',
        '| cookie-session | sends it, without a word |',
        '| iron-session | throws |',
        "| express-session | can't happen",
      ],
      async () => {
        const note = 'x'.repeat(5_000);
        const lengths = async (middleware: RequestHandler): Promise<readonly number[]> => {
          const app = appWith([middleware], {
            '/': (req, res) => void res.json((stored(req).note = note).length),
          });
          const [answer] = await playOnExpress(app, [{ path: '/' }]);
          return answer?.setCookies.map((line) => line.length) ?? [];
        };
        expect(Math.max(...(await lengths(sessionInCookie())))).toBeGreaterThan(4_096);
        expect(Math.max(...(await lengths(sessionOnServer())))).toBeLessThan(200);
        const warned: string[] = [];
        const random = randomBytes(5_000).toString('base64'); // what can't be compressed
        const asFlask = appWith([flaskSession({ secretKey: sessionKey, warn: (message) => void warned.push(message) })], {
          '/': (req, res) => void res.json((stored(req).note = random).length),
        });
        expect((await playOnExpress(asFlask, [{ path: '/' }]))[0]?.setCookies[0]?.length).toBeGreaterThan(4_096);
        expect(warned.join()).toContain('too large');
        const app = express();
        app.get('/', async (req, res) => {
          const session = await getIronSession<{ note?: string }>(req, res, { cookieName: 'session', password: sessionKey });
          session.note = note;
          await expect(session.save()).rejects.toThrow('Cookie length is too big');
          res.send('threw');
        });
        expect(bodies(await playOnExpress(app, [{ path: '/' }]))).toEqual(['threw']);
      },
    );
    claim(
      'what-to-keep-out',
      ['3,000 bytes of JSON are 4,000 characters of base64', 'a number from 1 to 50 has fifty hashes'],
      () => {
        expect(Buffer.alloc(3_000).toString('base64')).toHaveLength(4_000);
        const hidden = createHash('sha256').update('37').digest('hex');
        const found = Array.from({ length: 50 }, (_, at) => String(at + 1)).filter(
          (number) => createHash('sha256').update(number).digest('hex') === hidden,
        );
        expect(found).toEqual(['37']);
      },
    );
    claim('what-to-keep-out', 'that is a mixer for $18.49', async () => {
      const app = appWith([sessionInCookie()], {
        '/rolling-pin': (req, res) => void res.json(replace(req, { total: 18.49 }).total),
        '/mixer': (req, res) => void res.json(replace(req, { total: 117.49 }).total),
        '/pay': (req, res) => void res.json(stored(req).total),
      });
      const answers = await playOnExpress(app, [
        { path: '/rolling-pin' },
        { path: '/mixer' },
        ([first]) => ({
          path: '/pay',
          cookie: ['session', 'session.sig'].map((name) => pairOf(first as Answer, name)).join('; '),
        }),
      ]);
      expect(answers[2]?.body).toBe('18.49');
    });
  });
}
