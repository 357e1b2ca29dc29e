// `/search?q=`: every text and task, searched on the server. Works without scripts, and asks nobody.

import { Router } from 'express';

import type { Room } from '../../create-site';
import { html, type Html } from '../../html';
import { renderPage } from '../../layout/page';
import { find, type Found, wordsOf } from './find';
import { markWords } from './mark-words';
import { passagesOf } from './passages';

const mostShown = 40;

export function searchRoutes({ course, token }: Room): Router {
  const passages = passagesOf(course);
  return Router().get('/search', (req, res) => {
    const query = typeof req.query.q === 'string' ? req.query.q : '';
    const words = wordsOf(query);
    const found = find(passages, words);
    const main = html`<h1>Search</h1>
      <form class="search" role="search" action="/search" method="get">
        <label for="q">Words to look for in all texts and tasks</label>
        <input id="q" type="search" name="q" value="${query}" maxlength="200" autocomplete="off" />
        <button>Search</button>
      </form>
      ${words.length > 0 && results(found, words)}`;
    const title = words.length > 0 ? `Search: ${words.join(' ')}` : 'Search';
    res.send(renderPage({ title, main, styles: ['text'], token, path: '/search' }));
  });
}

function results(found: readonly Found[], words: readonly string[]): Html {
  if (found.length === 0) return html`<p>No text and no task has all of these words. Try fewer, or the beginning of one.</p>`;
  return html`<h2>${headline(found.length)}</h2>
    <ol class="found">
      ${found.slice(0, mostShown).map((one) => place(one, words))}
    </ol>`;
}

function headline(count: number): string {
  if (count > mostShown) return `${count} places; here are the best ${mostShown}`;
  return count === 1 ? 'One place' : `${count} places`;
}

function place({ passage: { title, heading, href, where }, excerpt }: Found, words: readonly string[]): Html {
  return html`<li>
    <a href="${href}">${markWords(title, words)}${heading !== '' && html`: ${markWords(heading, words)}`}</a>
    <span class="where">${where}</span>
    <p>${markWords(excerpt, words)}</p>
  </li>`;
}
