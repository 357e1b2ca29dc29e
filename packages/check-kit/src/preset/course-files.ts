// The course's folders as Node sees them.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { CourseFiles } from '@cookie-lessons/lesson-contract';

export function courseFiles(root: string): CourseFiles {
  return {
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null),
    list: (path) =>
      existsSync(join(root, path))
        ? readdirSync(join(root, path))
            .filter((name) => !name.startsWith('.') && name !== 'node_modules')
            .map((name) => (statSync(join(root, path, name)).isDirectory() ? `${name}/` : name))
            .sort()
        : [],
  };
}

/** The nearest folder above that holds pnpm-workspace.yaml. */
export function courseRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
    if (folder === dirname(folder)) throw new Error(`${from} lies in no course: no folder above it holds pnpm-workspace.yaml.`);
  }
}
