// The student's checks as the site shows them: the same queue, files and progress as `npm run check -- --watch`.

import type { LiveChecks } from '@cookie-lessons/website';

import type { Course } from '../../../course/load-course';
import { standingsOf } from '../../../progress/course-standing';
import { progressOf } from '../note-checks';
import { openCheckQueue } from '../watch/check-queue';
import { watchFiles } from '../watch/watch-files';
import { isStarted } from '../workspace';

export interface SiteChecks extends LiveChecks {
  /** Something other than a saved file has changed where the student stands. */
  tell(): void;
  /** From then on no save is missed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

type Listener = Parameters<LiveChecks['subscribe']>[0];

export function openSiteChecks(course: Course): SiteChecks {
  const listeners = new Set<Listener>();
  const tell: Listener = (event) => {
    for (const listener of listeners) listener(event);
  };
  const queue = openCheckQueue(course, {
    onBegin: (ids) => tell({ type: 'began', ids }),
    onChecked: (ids, checked) => {
      tell({ type: 'checked', ids, ...checked });
      void checked.typeAdvice.then((typeAdvice) => tell({ type: 'advised', typeAdvice }));
    },
    onFailed: (error) => tell({ type: 'failed', why: (error as Error).message }),
  });
  const started = (ids: readonly string[]): string[] =>
    ids.filter((id) => {
      const onDisk = course.exercises.get(id);
      return onDisk !== undefined && isStarted(course, onDisk);
    });
  const files = watchFiles(course, (ids) => {
    tell({ type: 'standings' });
    queue.ask(started(ids));
  });
  return {
    standings: () => standingsOf(course, progressOf(course)),
    ask: (ids) => queue.ask(started(ids)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: () => tell({ type: 'standings' }),
    ready: files.ready,
    async close() {
      queue.close();
      await files.close();
    },
  };
}
