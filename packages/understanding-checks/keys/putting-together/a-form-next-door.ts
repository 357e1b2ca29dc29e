import { keyOf } from '@cookie-lessons/question-bank';

import { aFormNextDoor } from '../../questions/putting-together/a-form-next-door';
import { CookieJar } from '../browser-jar';

const anyMoment = Date.UTC(2026, 0, 5);

export const aFormNextDoorKey = keyOf(aFormNextDoor, {
  answer: (values) => {
    const { prompt, choices = {} } = aFormNextDoor.ask(values);
    const [page = '', target = ''] = inBackticks(prompt);
    const goesAlong = (choice: string): boolean => {
      const [line = '', from = ''] = inBackticks(choice);
      const jar = new CookieJar();
      if (!jar.setFromResponse(line, new URL(from), anyMoment).stored) throw new Error(`The jar drops ${line}`);
      // An hour later: no cookie is young enough for Chromium's exception.
      const request = { url: new URL(target), method: 'POST', initiator: { kind: 'form', from: page } } as const;
      return jar.cookiesFor(request, anyMoment + 3_600_000).length > 0;
    };
    return Object.keys(choices).filter((name) => goesAlong(choices[name] ?? ''));
  },
  explanation:
    'A subdomain belongs to the same site, so `SameSite` holds nothing back here, `Strict` included. Host and path count as always. A neighbour can even set a cookie for your host, unless its name begins with `__Host-`.',
  beliefs: {
    strict: '`Strict` keeps a cookie from other *sites*. The blog and the shop are one site.',
    lax: '`Lax` holds back what another *site* posts. The blog and the shop are one site.',
    elsewhere: '`SameSite=None` allows any site, but the path must still fit, and this one does not.',
    'of-the-blog': 'Without `Domain` a cookie goes back only to the host that set it, and that was the blog.',
    planted: 'With `Domain` a subdomain can set a cookie for the host above it. That is how a neighbour plants one.',
  },
});

function inBackticks(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);
}
