// A lesson at a glance: its pages with what is on them, its labs, its exercises.

import type { LessonOnDisk } from '@cookie-lessons/lesson-contract';
import { Router } from 'express';

import type { Room } from '../create-site';
import { html, type Html } from '../html';
import { labs } from '../labs';
import type { Lab } from '../labs/lab';
import { renderPage } from '../layout/page';
import { renderMarkdown } from './markdown';
import { pageTitles, type TextPage } from './pages';

export function lessonRoutes({ course, token, quiz }: Room): Router {
  const pages = pageTitles(course);
  return Router().get('/text/:lesson', (req, res, next) => {
    const found = course.lessons.find(({ id }) => id === req.params.lesson);
    if (!found) return next();
    const { id, lesson } = found;
    const main = html`<h1>${lesson.order}. ${lesson.title}</h1>
      <p class="lead">${lesson.summary}</p>
      <h2 id="pages">Pages</h2>
      <ol class="overview">
        ${pages.filter(({ lessonId }) => lessonId === id).map(pageAtAGlance)}
      </ol>
      ${labList(labs.filter(({ lessonId }) => lessonId === id))} ${exerciseList(found, quiz !== undefined)}`;
    res.send(renderPage({ title: lesson.title, main, styles: ['text'], token, path: `/text/${id}` }));
  });
}

function pageAtAGlance({ path, title, text }: TextPage): Html {
  const { headings } = renderMarkdown(text, () => null);
  const top = headings.filter(({ level }) => level === 2);
  return html`<li>
    <a href="${path}">${title}</a>
    <p>${top.map((heading, index) => html`${index > 0 && ' · '}<a href="${path}#${heading.id}">${heading.text}</a>`)}</p>
  </li>`;
}

function labList(here: readonly Lab[]): Html | null {
  if (here.length === 0) return null;
  return html`<h2 id="labs">Labs</h2>
    <ul class="overview">
      ${here.map(
        ({ id, title, story }) =>
          html`<li>
            <a href="/labs/${id}">${title}</a>
            <p>${story}</p>
          </li>`,
      )}
    </ul>`;
}

function exerciseList({ exercises }: LessonOnDisk, hasQuiz: boolean): Html {
  return html`<h2 id="exercises">Exercises</h2>
    <ul class="overview">
      ${exercises.map(
        ({ exercise: { id, title, summary, minutes, kind } }) =>
          html`<li>
            <a href="${hasQuiz && kind === 'quiz' ? `/quiz/${id.split('/')[1]}` : `/exercises/${id}`}">${title}</a>
            <p>${summary} ${minutes} minutes.</p>
          </li>`,
      )}
    </ul>`;
}
