// The first page: the lessons, what is in each, and where to begin.

import { Router } from 'express';

import type { Room } from '../create-site';
import { html, type Html } from '../html';
import { renderPage } from '../layout/page';
import { pageTitles, type TextPage } from './pages';

export function homeRoutes({ course, token }: Room): Router {
  const pages = pageTitles(course);
  return Router().get('/', (_req, res) => {
    const main = html`<h1>Cookies, sessions and secret keys</h1>
      <p class="lead">
        Read a little, play with a live lab, then write it yourself. Everything runs on this computer, and your own cookies are
        always in sight.
      </p>
      ${pages[0] && html`<p><a class="button" href="${pages[0].path}">Begin with: ${pages[0].title}</a></p>`}
      ${course.lessons.map(
        ({ id, lesson, exercises }) =>
          html`<section class="lesson" aria-labelledby="${id}">
            <h2 id="${id}"><a href="/text/${id}">${lesson.order}. ${lesson.title}</a></h2>
            <p>${lesson.summary}</p>
            <ol class="pages">
              ${pages.filter(({ lessonId }) => lessonId === id).map(pageLink)}
            </ol>
            <p class="count"><a href="/exercises#${id}">${exercises.length} exercises</a></p>
          </section>`,
      )}`;
    res.send(renderPage({ title: 'Lessons', main, styles: ['text'], token, path: '/' }));
  });
}

function pageLink({ path, title }: TextPage): Html {
  return html`<li><a href="${path}">${title}</a></li>`;
}
