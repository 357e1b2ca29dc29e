// What can be found: every text and every task, cut at its headings into passages.

import { anchorOf } from '@cookie-lessons/lesson-contract';
import MarkdownIt from 'markdown-it';

import type { SiteCourse } from '../../site-course';
import { plainWords } from '../dress/rules';
import { pageTitles } from '../pages';

export interface Passage {
  /** Of the page. */
  readonly title: string;
  /** '' before the first heading. */
  readonly heading: string;
  /** What is said there, in plain words. */
  readonly text: string;
  readonly href: string;
  /** e.g. `Sessions`, or `Sessions, exercise`. */
  readonly where: string;
}

export function passagesOf(course: SiteCourse): readonly Passage[] {
  const texts = pageTitles(course).flatMap(({ text, path, lesson }) =>
    cut(text, (anchor) => (anchor === '' ? path : `${path}#${anchor}`)).map((passage) => ({ ...passage, where: lesson.title })),
  );
  const tasks = [...course.exercises.values()].flatMap(({ exercise: { id, kind }, folder, lesson }) => {
    const task = course.files.read(`${folder}/task.md`);
    if (task === null || kind === 'quiz') return [];
    return cut(task, () => `/exercises/${id}`).map((passage) => ({ ...passage, where: `${lesson.title}, exercise` }));
  });
  return [...texts, ...tasks];
}

function cut(markdown: string, hrefOf: (anchor: string) => string): Omit<Passage, 'where'>[] {
  const tokens = new MarkdownIt({ html: false }).parse(markdown, {});
  const found: { heading: string; words: string[] }[] = [{ heading: '', words: [] }];
  let title = '';
  for (const [index, token] of tokens.entries()) {
    const opened = tokens[index - 1];
    if (token.type === 'inline' && opened?.type === 'heading_open') {
      if (opened.tag === 'h1') title = plainWords(token);
      else found.push({ heading: plainWords(token), words: [] });
    } else if (token.type === 'inline' || token.type === 'fence') {
      found.at(-1)?.words.push(token.type === 'fence' ? token.content : plainWords(token));
    }
  }
  return found.map(({ heading, words }) => {
    return { title, heading, text: words.join(' ').replace(/\s+/g, ' '), href: hrefOf(anchorOf(heading)) };
  });
}
