// `npm run check -- --watch --problems`: the editor's task that marks your files whenever you save.

import type { Course } from '../../course/load-course';
import { checkBeganLine, checkEndedLine, checkFailedLine, problemLines } from './problem-lines';
import { say } from './say';
import { openCheckQueue } from './watch/check-queue';
import { watchFiles } from './watch/watch-files';
import { findExercises, isStarted } from './workspace';

/** Checks what is started, then whatever is saved, until the task is ended. */
export async function watchForEditor(course: Course, names: readonly string[]): Promise<void> {
  const wanted = findExercises(course, names);
  const started = wanted.filter((onDisk) => isStarted(course, onDisk)).map(({ exercise }) => exercise.id);
  const queue = openCheckQueue(course, {
    onBegin: (ids) => say(checkBeganLine(ids)),
    onChecked: (_ids, checked) => {
      // Types come later, and the editor shows them by itself.
      for (const line of problemLines(course, checked, new Map())) say(line);
      say(checkEndedLine(checked.report));
    },
    onFailed: (error) => say(checkFailedLine((error as Error).message)),
  });
  const files = watchFiles(course, (ids) => queue.ask(ids));
  queue.ask(started);
  if (started.length === 0) say('Nothing is started yet. Checks run whenever you save.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });
  queue.close();
  await files.close();
}
