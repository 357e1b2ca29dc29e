// Says which exercises were saved. Editors save in several steps, so a save is told once the folder is quiet.

import { join } from 'node:path';

import { watch } from 'chokidar';

import type { Course } from '../../../course/load-course';

const quietMs = 80;

/** @returns what ends it. */
export function watchFiles(course: Course, onSaved: (ids: readonly string[]) => void): () => Promise<void> {
  const ids = new Set(course.exercises.keys());
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    const told = [...saved];
    saved.clear();
    onSaved(told);
  };
  const watcher = watch(join(course.root, 'exercises'), {
    cwd: join(course.root, 'exercises'),
    ignored: (path) => /[/\\]node_modules(?:[/\\]|$)|[/\\]\.[^/\\]+$/.test(path),
    ignoreInitial: true,
  });
  watcher.on('all', (_event, path) => {
    const [lesson = '', name = ''] = String(path).split(/[/\\]/);
    if (!ids.has(`${lesson}/${name}`)) return;
    saved.add(`${lesson}/${name}`);
    clearTimeout(timer);
    timer = setTimeout(tell, quietMs);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
