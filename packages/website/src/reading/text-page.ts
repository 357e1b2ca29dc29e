// One page of lesson text: its contents at the side, or a lab, an exercise or questions; its neighbours at the end.

import { join } from 'node:path';

import { type Request, Router } from 'express';

import type { Room } from '../create-site';
import { asHtml, html, type Html } from '../html';
import { labs } from '../labs';
import { renderPage } from '../layout/page';
import { siteHost } from '../safety/hosts';
import { type Choice, choicesFor } from './beside/choices';
import { addressOf, besideLinks, besidePane } from './beside/pane';
import { contentsColumn, contentsFold } from './contents';
import { renderMarkdown } from './markdown';
import { pageTitles, siteLink, type TextPage } from './pages';
import { pictureSizes } from './picture-size';
import { sourceList } from './sources';

export function textRoutes({ course, token, port, quiz }: Room): Router {
  const pages = pageTitles(course);
  const sizes = pictureSizes(course);
  const router = Router();
  router.get('/text/:lesson/pictures/:name', (req, res, next) => {
    const { lesson, name } = req.params;
    if (!course.lessons.some(({ id }) => id === lesson) || !/^[a-z0-9-]+\.(?:png|svg)$/.test(name)) return next();
    const folder = join(course.root, 'packages', lesson, 'lesson-text', 'pictures');
    res.sendFile(name, { root: folder }, (error) => error && next());
  });
  router.get('/text/:lesson/:page', (req, res, next) => {
    const at = pages.findIndex(({ lessonId, name }) => lessonId === req.params.lesson && name === req.params.page);
    const page = pages[at];
    if (!page) return next();
    const choices = choicesFor(page, { course, labs, port: port(), hasQuiz: quiz !== undefined });
    const chosen = choices.find(({ value, src }) => value === req.query.beside && src !== null);
    if (chosen && wouldBeForeign(chosen, req)) return res.redirect(`http://${siteHost}:${port()}${addressOf(page, chosen)}`);
    const { html: text, headings, sources } = renderMarkdown(page.text, (href) => siteLink(href, page.folder), sizes);
    const main = html`${whereItStands(page)} ${chosen ? toThePane(chosen.title) : besideLinks(page, choices)}
      ${contentsFold(headings)}
      <article class="text">${asHtml(text)}</article>
      ${sourceList(sources)} ${neighbours(pages[at - 1], pages[at + 1])}`;
    const side = chosen
      ? { beside: besidePane(page, choices, chosen), scripts: ['text', 'panes'] }
      : { aside: contentsColumn(headings), scripts: ['text'] };
    res.send(renderPage({ title: page.title, main, ...side, styles: ['text'], token, path: page.path }));
  });
  return router;
}

/** Beside a page on another site (`localhost`, `127.0.0.1`) a lab's cookies would be a third party's, and blocked. */
function wouldBeForeign({ kind }: Choice, { headers }: Request): boolean {
  return kind === 'lab' && headers.host?.toLowerCase().startsWith(`${siteHost}:`) !== true;
}

function whereItStands({ lessonId, lesson, place, of }: TextPage): Html {
  return html`<p class="place">
    <a href="/text/${lessonId}">Lesson ${lesson.order}: ${lesson.title}</a>, page ${place} of ${of}
  </p>`;
}

/** Where the panes are stacked, what stands beside the text stands below it. */
function toThePane(title: string): Html {
  return html`<p class="offers stacked-only"><a href="#beside">Below the text: ${title}</a></p>`;
}

function neighbours(before: TextPage | undefined, after: TextPage | undefined): Html {
  return html`<nav class="neighbours" aria-label="Previous and next page">
    ${before && html`<a rel="prev" href="${before.path}"><span>Previous</span> ${before.title}</a>`}
    ${after && html`<a rel="next" href="${after.path}"><span>Next</span> ${after.title}</a>`}
  </nav>`;
}
