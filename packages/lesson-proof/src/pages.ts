// The pages of a lesson's text: their code blocks, and where their links lead.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { headingsOf } from '@cookie-lessons/lesson-contract';

export interface Snippet {
  readonly page: string;
  readonly language: string;
  /** What stands behind `run`; '' for a block that has no name. */
  readonly name: string;
  /** ```` ```ts run <name> ````: a test has to run it. */
  readonly marked: boolean;
  readonly code: string;
}

/** @param lessonFolder the package's own folder. @returns texts by name without `.md`. */
export function readPages(lessonFolder: string): ReadonlyMap<string, string> {
  const folder = join(lessonFolder, 'lesson-text');
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return new Map(files.map((file) => [file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')]));
}

export function snippetsOf(pages: ReadonlyMap<string, string>): readonly Snippet[] {
  return [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/^```([a-z]+)( run)?(?: ([a-z0-9-]+))?\n(.*?)^```$/gms)].map(
      ([, language = '', run, name = '', code = '']) => ({ page, language, name, marked: run !== undefined, code }),
    ),
  );
}

/** @param file a page of Markdown. @returns each link to a page or a heading that isn't there, e.g. `signing.md#no-such-heading`. */
export function brokenLinks(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/\]\(([a-z./-]+\.md)?(?:#([a-z0-9-]+))?\)/g)].flatMap(([, target, heading]) => {
    const linked = target === undefined ? file : join(dirname(file), target);
    const isThere = existsSync(linked) && (heading === undefined || headingsOf(readFileSync(linked, 'utf8')).includes(heading));
    return isThere ? [] : [`${target ?? basename(file)}${heading === undefined ? '' : `#${heading}`}`];
  });
}
