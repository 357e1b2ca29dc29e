// Where in the text something is explained, as a link.

import { anchorOf, pageOf } from '@cookie-lessons/lesson-contract';

import { html, type Html } from '../html';
import { siteLink } from '../reading/pages';
import type { SiteCourse } from '../site-course';

export interface InPane {
  /** The page stands beside a text, without the site's header: what leads to a text leads out of the pane. */
  readonly pane: boolean;
}

/** @param section as exercise.json has it, seen from the lesson. */
export function sectionLink({ files }: SiteCourse, lessonId: string, section: string, { pane }: InPane): Html {
  const { path, heading } = pageOf(lessonId, section);
  const text = files.read(path) ?? '';
  const page = /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? section;
  const wanted = heading === null ? undefined : [...text.matchAll(/^##+ (.+)$/gm)].find(([, words = '']) => anchorOf(words) === heading); // prettier-ignore
  const words = wanted?.[1] === undefined ? page : `${page}: ${wanted[1].replaceAll('`', '')}`;
  const to = siteLink(`/${path}${heading === null ? '' : `#${heading}`}`, '');
  return html`<a href="${to}" ${pane && html` target="_top"`}>${words}</a>`;
}

/** A link to another page of the same kind, which stays in the pane. @param path without a query. */
export function paneLink(path: string, { pane }: InPane): string {
  return pane ? `${path}?pane` : path;
}
