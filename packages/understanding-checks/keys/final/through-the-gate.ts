import { keyOf } from '@cookie-lessons/question-bank';
import express, { type Express } from 'express';

import { throughTheGate } from '../../questions/final/through-the-gate';
import { requestsTo, type Sent } from '@cookie-lessons/lesson-proof';

export const throughTheGateKey = keyOf(throughTheGate, {
  answer: (values) => {
    const { choices = {} } = throughTheGate.ask(values);
    return requestsTo(gate(values), async (send) => {
      const through: string[] = [];
      for (const [name, text] of Object.entries(choices)) if ((await send(requestIn(text))).status === 200) through.push(name);
      return through;
    });
  },
  explanation:
    'The gate asks `Sec-Fetch-Site` first, and `Origin` only where the other is missing, and it compares all of it. It lets every GET through, so what `app.all` offers to GET too is open to any link.',
  beliefs: {
    'old-browser': 'An old browser sends no `Sec-Fetch-Site`. Then the gate asks `Origin`, and that is the shop.',
    'own-null': "`same-origin` is enough here: the shop's own forms send `Origin: null` under a strict referrer policy.",
    link: 'The first line lets every GET through, wherever it comes from, and `app.all` changes something on GET too.',
    neighbour: '`same-site` is a neighbour, not the shop, and it is not among the values that the gate allows.',
    framed: '`null` proves nothing, and `cross-site` is not among the values that the gate allows.',
    stranger: 'The whole origin is compared, so one that only begins like the shop is refused.',
  },
});

/** What stands in backticks: the request line, then headers with their values. A name alone is a header that isn't sent. */
function requestIn(text: string): Sent {
  const [line = '', ...pieces] = [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);
  const [method = '', path = ''] = line.split(' ');
  const headers = pieces.filter((piece) => piece.includes(': ')).map((piece) => piece.split(': '));
  return { method, path, headers: Object.fromEntries(headers) as Record<string, string> };
}

function gate({ shop, path }: { shop: string; path: string }): Express {
  const app = express();
  app.use((req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    const site = req.get('Sec-Fetch-Site');
    if (site === 'same-origin' || site === 'none') return next();
    if (site === undefined && req.get('Origin') === `https://${shop}.test`) return next();
    res.status(403).send('No.');
  });
  app.all(`/${path}`, (_req, res) => void res.send('Changed.'));
  return app;
}
