// Runs checks one set after the other. What is saved again while its checks run is not waited for: they are stopped and begun anew.

import type { Course } from '../../../course/load-course';
import { type CheckedWorkspace, openWorkspaceChecker, type WorkspaceChecker } from '../check-workspace';
import { noteWhenChecked } from '../note-checks';
import { sayAside } from '../say';

export interface CheckQueue {
  ask(ids: readonly string[]): void;
  /** Ends at once what is running. */
  close(): void;
}

interface Listeners {
  readonly onBegin: (ids: readonly string[]) => void;
  readonly onChecked: (ids: readonly string[], checked: CheckedWorkspace) => void;
  readonly onFailed: (error: unknown) => void;
  /** The progress file could not be written, or was no progress file. On stderr unless given. */
  readonly onProblem?: (sentence: string) => void;
}

export function openCheckQueue(course: Course, { onBegin, onChecked, onFailed, onProblem = sayAside }: Listeners): CheckQueue {
  const waiting = new Set<string>();
  let checker: Promise<WorkspaceChecker> | null = null;
  let running: ReadonlySet<string> | null = null;
  let isClosed = false;

  const stop = (): void => {
    const stopped = checker;
    checker = null;
    void stopped?.then((open) => open.close());
  };

  const runOne = async (ids: readonly string[]): Promise<void> => {
    checker ??= openWorkspaceChecker(course);
    const mine = checker;
    const exercises = ids.flatMap((id) => course.exercises.get(id) ?? []);
    const problems: string[] = [];
    const note = noteWhenChecked(course, exercises, (sentence) => void problems.push(sentence));
    const checked = await (await mine).check(exercises);
    // Stopped meanwhile: the same exercises wait again.
    if (checker !== mine) return;
    note(checked.report);
    onChecked(ids, checked);
    problems.forEach(onProblem);
  };

  const runAll = async (): Promise<void> => {
    while (waiting.size > 0 && !isClosed) {
      const ids = [...waiting];
      waiting.clear();
      running = new Set(ids);
      onBegin(ids);
      try {
        await runOne(ids);
      } catch (error) {
        if (!isClosed) onFailed(error);
        stop();
      }
      running = null;
    }
  };

  return {
    ask(ids) {
      for (const id of ids) waiting.add(id);
      if (waiting.size === 0 || isClosed) return;
      if (running === null) return void runAll();
      if (!ids.some((id) => running?.has(id))) return;
      for (const id of running) waiting.add(id);
      stop();
    },
    close() {
      isClosed = true;
      stop();
    },
  };
}
