import { keyOf } from '@cookie-lessons/question-bank';
import express from 'express';

import { aCarelessOrigin } from '../../questions/putting-together/a-careless-origin';
import { choiceThatSays } from '../choice-that-says';
import { requestsTo } from '@cookie-lessons/lesson-proof';

export const aCarelessOriginKey = keyOf(aCarelessOrigin, {
  answer: async (values) => {
    const { host, path } = values;
    const app = express();
    app.post(`/${path}`, (req, res) => {
      const origin = req.get('Origin') ?? '';
      if (!origin.endsWith(host)) return void res.status(403).send('No.');
      res.send('Done.');
    });
    const origins = Object.values(aCarelessOrigin.ask(values).choices ?? {});
    return requestsTo(app, async (send) => {
      for (const origin of origins) {
        const { status } = await send({ method: 'POST', path: `/${path}`, headers: { origin: origin.replaceAll('`', '') } });
        if (status === 200) return choiceThatSays(aCarelessOrigin, values, origin);
      }
      throw new Error('No origin gets through.');
    });
  },
  explanation:
    'Anybody can register a name that ends like yours, if nothing asks where yours begins. Compare the whole origin, with scheme, host and port, against a list.',
  beliefs: {
    after: 'That one begins like the shop. It would get past `startsWith` or `includes`; here the end is compared.',
    port: 'A port is a part of an origin and stands at its end, so this one does not end with the name.',
    null: '`null` is a text of four letters, and it does not end with the name. It is refused, as it should be.',
  },
});
