// The progress file for whoever brings another one: read, understood, and changed while nobody else does.

import { writeWhole } from '../report/write-whole';
import { oneAtATime } from './one-at-a-time';
import { type NotedExercise, parseProgress } from './parse-progress';
import { progressFileIn, readProgress } from './progress-file';

type Noted = Readonly<Record<string, NotedExercise>>;

export interface ProgressOfCourse {
  read(): Noted;
  parse(text: string): Noted | null;
  change(act: (now: Noted) => Noted): void;
}

/** @param root of the repository. */
export function sharedProgress(root: string): ProgressOfCourse {
  const read = (): Noted => readProgress(root).exercises;
  return {
    read,
    parse: parseProgress,
    change(act) {
      // Outside of the lock: a file that can't be used is put aside under it.
      read();
      oneAtATime(progressFileIn(root), () => {
        const progress = { version: 1, exercises: act(read()) };
        writeWhole(progressFileIn(root), `${JSON.stringify(progress, null, 2)}\n`);
      });
    },
  };
}
