// Says which exercises were saved. Editors save in several steps, so a save is told once the folder is quiet.

import { join } from 'node:path';

import { watch } from 'chokidar';

import type { Course } from '../../../course/load-course';

const quietMs = 80;

export interface WatchedFiles {
  /** From then on no save is missed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export function watchFiles(course: Course, onSaved: (ids: readonly string[]) => void): WatchedFiles {
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
  return {
    ready: new Promise((resolve) => watcher.once('ready', resolve)),
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
