// What the page says of who can read a session.

import { pairNamed as pairOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, jest } from '@jest/globals';
import { flaskSession } from 'flask-session-cookie';
import { unsealData } from 'iron-session';

import { pages, sessionKey, reference, snippet, appOf, claim, appWith, sessionInCookie, replace, bodies } from './the-text';
import { type Answer, firstMomentSeconds, playOnExpress } from './play';

export function proveSignedIsNotEncrypted(): void {
  describe('signed is not encrypted', () => {
    claim('signed-is-not-encrypted', [reference, 'It answers `{"total":"125.47"}`'], () => {
      const readSession = snippet('read-session').readSession as (cookie: string) => unknown;
      expect(readSession(reference)).toEqual({ total: '125.47' });
      expect(atob(reference.split('.')[0] ?? '')).toBe('{"total":"125.47"}');
    });
    claim('signed-is-not-encrypted', '| cookie-session | `eyJ0b3RhbCI6IjEyNS40NyJ9`', async () => {
      const app = appWith([sessionInCookie()], { '/': (req, res) => void res.json(replace(req, { total: '125.47' })) });
      const [answer] = await playOnExpress(app, [{ path: '/' }]);
      expect(pairOf(answer as Answer, 'session')).toBe('session=eyJ0b3RhbCI6IjEyNS40NyJ9');
      expect(pairOf(answer as Answer, 'session.sig')).not.toBe('');
    });
    claim('signed-is-not-encrypted', '**as if no cookie had come**', async () => {
      const app = appWith([sessionInCookie()], {
        '/': (req, res) => void res.json(replace(req, { total: '125.47' })),
        '/read': (req, res) => void res.json(req.session),
      });
      const edited = Buffer.from('{"total":"1.50"}').toString('base64');
      const [, , answer] = await playOnExpress(app, [
        { path: '/' },
        { path: '/read' },
        ([first]) => ({ path: '/read', cookie: `session=${edited}; ${pairOf(first as Answer, 'session.sig')}` }),
      ]);
      expect([answer?.status, answer?.body]).toEqual([200, '{}']);
      expect(pages.get('signed-is-not-encrypted')).toContain('(cookie-session also deletes `session.sig`)');
      expect(answer?.setCookies).toEqual([expect.stringMatching(/^session\.sig=; .*expires=Thu, 01 Jan 1970/)]);
      const editSession = snippet('edit-session').editSession as (cookie: string) => string;
      const asFlask = appWith([flaskSession({ secretKey: 'dev' })], { '/': (req, res) => void res.json(req.session) });
      const [honest, cheat] = await playOnExpress(asFlask, [
        { path: '/', cookie: `session=${reference}` },
        { path: '/', cookie: `session=${editSession(reference)}` },
      ]);
      expect([honest?.body, cheat?.status, cheat?.body, cheat?.setCookies]).toEqual(['{"total":"125.47"}', 200, '{}', []]);
    });
    claim(
      'signed-is-not-encrypted',
      ['Its cookie begins with `Fe26.2*`', '**copied, kept and put back**', '14 days from the writing'],
      async () => {
        const answers = await playOnExpress(appOf('sealed'), [
          { path: '/', browser: 'ada' },
          { path: '/', browser: 'bob' },
          ([first]) => ({
            path: '/',
            cookie: pairOf(first as Answer, 'session').replace('session=Fe26.2*1*', 'session=Fe26.2*1*0'),
          }),
        ]);
        const [ada = '', bob = ''] = answers.map((answer) => pairOf(answer, 'session'));
        expect(ada).toMatch(/^session=Fe26\.2\*/);
        expect(ada).not.toBe(bob);
        expect(Buffer.from(ada, 'base64url').toString('latin1')).not.toContain('125.47');
        expect(bodies(answers)).toEqual(['125.47', '125.47', '125.47']);
        const sealed = ada.slice('session='.length);
        const soon = jest.spyOn(Date, 'now').mockReturnValue((firstMomentSeconds + 3_600) * 1000);
        const unsealed = await Promise.all(
          [sealed, sealed, sealed.replace('Fe26.2*1*', 'Fe26.2*1*0')].map((each) => unsealData(each, { password: sessionKey })),
        );
        soon.mockRestore();
        expect(unsealed).toEqual([{ total: '125.47' }, { total: '125.47' }, {}]);
        for (const [days, content] of [
          [13, { total: '125.47' }],
          [15, {}],
        ] as const) {
          const later = jest.spyOn(Date, 'now').mockReturnValue((firstMomentSeconds + days * 86_400) * 1000);
          expect(await unsealData(sealed, { password: sessionKey })).toEqual(content);
          later.mockRestore();
        }
      },
    );
  });
}
