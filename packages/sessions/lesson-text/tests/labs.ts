// The labs that the pages lead to.

import { pairNamed as pairOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';
import { decodeFlaskSession, flaskSession } from 'flask-session-cookie';

import { createApp as createManyLab } from '../../labs/many-cookies-beside-one-session';
import { createApp as createOneLab } from '../../labs/one-cookie-beside-one-session';
import { pages, sessionKey, claim, appWith, sessionOnServer, sessionInCookie, stored, bodies } from './the-text';
import { type Answer, playOnExpress } from './play';

export function proveLabs(): void {
  describe('labs', () => {
    claim('what-is-a-session', ['Five rows above; below still one', 'the five come to 112 octets, the one to 178'], async () => {
      const answers = await playOnExpress(createManyLab(), [
        { path: '/?side=plain', browser: 'left' },
        { path: '/?side=session', browser: 'right' },
        { path: '/' },
        { path: '/?side=session' },
        { path: '/?side=plain' },
      ]);
      const names = answers.map(({ setCookies }) => setCookies.map((line) => line.split('=')[0]));
      const five = ['flavor_0', 'flavor_1', 'flavor_2', 'flavor_3', 'flavor_4'];
      expect(names).toEqual([five, ['session'], [...five, 'session'], [...five, 'session'], [...five, 'session']]);
      expect(answers[3]?.setCookies.filter((line) => line.includes('1970')).map((line) => line.split('=')[0])).toEqual(five);
      expect(answers[4]?.setCookies.filter((line) => line.includes('1970')).map((line) => line.split('=')[0])).toEqual([
        'session',
      ]);
      expect(sum(five.map((name) => pairOf(answers[0] as Answer, name).length - 1))).toBe(112);
      const whole = pairOf(answers[1] as Answer, 'session');
      expect(Math.abs(whole.length - 1 - 178)).toBeLessThan(12); // another zlib may compress a little better or worse
      const session = decodeURIComponent(whole.slice('session='.length));
      expect(Object.keys(decodeFlaskSession(session).payload as object)).toEqual(five);
    });
    claim('what-is-a-session', ['| above | `fav_cookie` | `chocolate%20chip` |', '| below | `session` | `eyJmYXZ'], async () => {
      const [left, right, shown] = await playOnExpress(createOneLab({ secretKey: 'vector-key' }), [
        { path: '/?side=plain', browser: 'left' },
        { path: '/?side=session', browser: 'right' },
        { path: '/', cookie: 'evil=<script>alert(1)</script>' },
      ]);
      expect(left?.setCookies).toEqual(['fav_cookie=chocolate%20chip; Path=/']);
      const session = pairOf(right as Answer, 'session').slice('session='.length);
      expect(pages.get('what-is-a-session')).toContain(`| \`session\` | \`${session}\` |`);
      expect(shown?.body).not.toContain('<script>');
    });
    test('an app of one side shows that side whatever the address says', async () => {
      const [answer] = await playOnExpress(createOneLab({ side: 'session' }), [{ path: '/?side=plain' }]);
      expect(answer?.setCookies.map((line) => line.split('=')[0])).toEqual(['session']);
    });
    claim('what-is-a-session', 'req.session.visits = (req.session.visits ?? 0) + 1;', async () => {
      for (const middleware of [flaskSession({ secretKey: sessionKey }), sessionInCookie(), sessionOnServer()]) {
        const app = appWith([middleware], {
          '/': (req, res) => {
            const session = stored(req);
            session.visits = (session.visits ?? 0) + 1;
            res.json(session.visits);
          },
        });
        const answers = await playOnExpress(app, [{ path: '/' }, { path: '/' }, { path: '/', browser: 'other' }]);
        expect(bodies(answers)).toEqual(['1', '2', '1']);
      }
    });
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
