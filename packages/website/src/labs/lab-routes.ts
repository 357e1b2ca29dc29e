// On the site: the list of labs, and each in a frame.

import { type Request, Router } from 'express';

import type { Room } from '../create-site';
import { html, type Html } from '../html';
import { renderPage } from '../layout/page';
import { siteHost } from '../safety/hosts';
import { labs } from './index';
import { hostOf, type Lab } from './lab';

export function labRoutes({ course, token, port }: Room): Router {
  const router = Router();
  const lessonOf = ({ lessonId }: Lab): string => course.lessons.find(({ id }) => id === lessonId)?.lesson.title ?? '';
  router.get('/labs', (_req, res) => {
    const main = html`<h1>Labs</h1>
      <p class="lead">
        Toys to be attacked, with your own cookies beside them. Each has an address of its own, so its cookies are its own, too.
      </p>
      <ol class="lab-list">
        ${labs.map(
          (lab) =>
            html`<li>
              <a href="/labs/${lab.id}">${lab.title}</a> <span>${lessonOf(lab)}</span>
              <p>${lab.story}</p>
            </li>`,
        )}
      </ol>`;
    res.send(renderPage({ title: 'Labs', main, token, path: '/labs', styles: ['lab-list'] }));
  });
  router.get('/labs/:id', (req, res, next) => {
    const lab = labs.find(({ id }) => id === req.params.id);
    if (!lab) return next();
    const address = `http://${hostOf(lab)}:${port()}/`;
    const main = html`<h1>${lab.title}</h1>
      <p>
        Belongs to <a href="/text/${lab.lessonId}/${lab.page}">${lessonOf(lab)}</a>. The lab is at
        <a href="${address}" target="_blank" rel="noopener">${address}</a>${lab.opensInTab ? '' : ', and shown here'}.
      </p>
      ${
        lab.opensInTab
          ? html`<p>${lab.story}</p>
              <p><a class="button" href="${address}" target="_blank" rel="noopener">Open the lab in a tab of its own</a></p>`
          : framed(lab, req, address)
      }`;
    res.send(
      renderPage({ title: lab.title, main, token, path: `/labs/${lab.id}`, scripts: ['lab-frame'], styles: ['lab-list'] }),
    );
  });
  return router;
}

/** Beside a page on another site (`localhost`, `127.0.0.1`) the lab's cookies would be a third party's, and blocked. */
function framed(lab: Lab, { headers }: Request, address: string): Html {
  const isOnSite = headers.host?.toLowerCase().startsWith(`${siteHost}:`) ?? false;
  const port = new URL(address).port;
  return isOnSite
    ? html`<iframe class="lab-frame" data-lab-frame src="${address}" title="Lab: ${lab.title}"></iframe>`
    : html`<p>
        Its cookies only travel beside a page of the same site:
        <a href="http://${siteHost}:${port}/labs/${lab.id}">open this page there</a>.
      </p>`;
}
