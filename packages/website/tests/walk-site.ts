// Every page of the site that a visitor can come to: from the first page, along every link, picture, script and frame.

import { type Answer, ask } from './ask';

export interface Visited extends Answer {
  /** With its query, without its anchor. */
  readonly path: string;
  /** The page that led here. */
  readonly from: string;
  /** Of this site: path, query and anchor. */
  readonly links: readonly string[];
}

/** @returns by path, in the order in which they were found. */
export async function walkSite(port: number): Promise<ReadonlyMap<string, Visited>> {
  const visited = new Map<string, Visited>();
  const waiting = [{ path: '/', from: '(the start)' }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next;
    if (visited.has(path)) continue;
    const answer = await ask(port, path);
    const isPage = String(answer.headers['content-type']).startsWith('text/html');
    const links = isPage ? linksIn(answer.text, path) : [];
    visited.set(path, { ...answer, path, from, links });
    for (const link of links) waiting.push({ path: link.replace(/#.*$/, ''), from: path });
  }
  return visited;
}

/** What a page names of this site, whole paths. Frames of labs have hosts of their own. */
export function linksIn(page: string, path: string): readonly string[] {
  const named = [...page.matchAll(/<(?:a|link|script|img|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, to = '']) => to);
  return named.flatMap((to) => {
    const { origin, pathname, search, hash } = new URL(to.replaceAll('&amp;', '&'), `http://site.invalid${path}`);
    return origin === 'http://site.invalid' ? [`${pathname}${search}${hash}`] : [];
  });
}

export function idsIn(page: string): readonly string[] {
  return [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
}
