// Every page of lesson text, in reading order.

import type { Lesson } from '@cookie-lessons/lesson-contract';

import type { SiteCourse } from '../site-course';

export interface TextPage {
  readonly lessonId: string;
  readonly lesson: Lesson;
  /** Which page of its lesson it is, from 1, and of how many. */
  readonly place: number;
  readonly of: number;
  /** e.g. `signing` */
  readonly name: string;
  readonly title: string;
  /** On the site: `/text/<lesson>/<name>` */
  readonly path: string;
  /** Of the text, from the repository's root. */
  readonly folder: string;
  /** Markdown. */
  readonly text: string;
}

export function pageTitles({ lessons, files }: SiteCourse): readonly TextPage[] {
  return lessons.flatMap(({ id, folder: lessonFolder, lesson }) =>
    lesson.pages.flatMap((name, index) => {
      const folder = `${lessonFolder}/lesson-text`;
      const text = files.read(`${folder}/${name}.md`);
      if (text === null) return [];
      const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? name;
      const place = { place: index + 1, of: lesson.pages.length };
      return [{ lessonId: id, lesson, ...place, name, title, path: `/text/${id}/${name}`, folder, text }];
    }),
  );
}

/**
 * A link of a lesson text or a task, as the site has it.
 *
 * @param from folder of the text, from the repository's root, e.g. `packages/sessions/lesson-text`.
 * @returns null for what the site doesn't show, e.g. a source file.
 */
export function siteLink(href: string, from: string): string | null {
  if (/^https?:\/\//.test(href) || href.startsWith('#')) return href;
  const { pathname, hash } = new URL(href, `http://course.invalid/${from}/`);
  const [, lesson, page] = /^\/packages\/([a-z-]+)\/lesson-text\/([a-z0-9-]+)\.md$/.exec(pathname) ?? [];
  if (lesson !== undefined) return `/text/${lesson}/${page}${hash}`;
  const [, ofLesson, picture] = /^\/packages\/([a-z-]+)\/lesson-text\/pictures\/([a-z0-9-]+\.(?:png|svg))$/.exec(pathname) ?? [];
  if (ofLesson !== undefined) return `/text/${ofLesson}/pictures/${picture}`;
  const [, exercise] =
    /^\/(?:packages\/)?(?:exercises\/)?([a-z-]+\/(?:exercises\/)?[a-z-]+)\/(?:task\.md)?$/.exec(pathname) ?? [];
  return exercise === undefined ? null : `/exercises/${exercise.replace('/exercises/', '/')}`;
}
