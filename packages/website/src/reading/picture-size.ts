// How large a PNG of a lesson is, from its first bytes.

import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

import type { SiteCourse } from '../site-course';
import type { PictureSize } from './dress/figures';

/** For `renderMarkdown`: by the picture's place on the site, `/text/<lesson>/pictures/<name>.png`. */
export function pictureSizes({ root }: SiteCourse): PictureSize {
  return (src) => {
    const [, lesson, name] = /^\/text\/([a-z-]+)\/pictures\/([a-z0-9-]+\.png)$/.exec(src) ?? [];
    if (lesson === undefined || name === undefined) return null;
    return sizeIn(join(root, 'packages', lesson, 'lesson-text', 'pictures', name));
  };
}

/** @see https://www.w3.org/TR/png-3/#11IHDR: width and height are the first thing behind signature and name. */
function sizeIn(path: string): { width: number; height: number } | null {
  const start = Buffer.alloc(24);
  try {
    const file = openSync(path, 'r');
    const length = readSync(file, start, 0, 24, 0);
    closeSync(file);
    return length === 24 ? { width: start.readUInt32BE(16), height: start.readUInt32BE(20) } : null;
  } catch {
    return null;
  }
}
