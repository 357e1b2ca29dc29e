// The program that the site shows beside an exercise, one at a time: the student's own in a box, a lab of ours as `npm run serve` runs it.

import { randomBytes } from 'node:crypto';

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import type { StudentApp, StudentAppState } from '@cookie-lessons/website';

import type { Course } from '../../../course/load-course';
import { runApp } from '../watch/run-app';
import { watchFiles } from '../watch/watch-files';
import { openSandboxedApp } from './sandboxed-app';

const keptLines = 6;

/** What ends it. */
type Running = () => void;

/** @param ownOrigin where a browser sees the student's app, e.g. `http://app.course.localhost:3000`. */
export function siteStudentApp(course: Course, ownOrigin: () => string): StudentApp {
  const listeners = new Set<() => void>();
  let end: Running | null = null;
  let state: StudentAppState | null = null;
  const become = (next: StudentAppState | null): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const stop = (): void => {
    end?.();
    end = null;
    become(null);
  };
  return {
    start(id) {
      stop();
      const onDisk = course.exercises.get(id);
      if (!onDisk) return;
      become({ id, port: null, lines: [] });
      let isMine = true;
      const change = (port: number | null, printed: string): void => {
        if (isMine && state !== null) become({ id, port: port ?? state.port, lines: linesWith(state.lines, printed) });
      };
      const run = onDisk.exercise.serve === undefined ? runInBox(course, onDisk, ownOrigin(), change) : runLab(course, id, change); // prettier-ignore
      end = () => {
        isMine = false;
        run();
      };
    },
    stop,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

type Change = (port: number | null, printed: string) => void;

function runInBox(course: Course, onDisk: ExerciseOnDisk, ownOrigin: string, change: Change): Running {
  const { id } = onDisk.exercise;
  const opened = openSandboxedApp(course, onDisk, { env: environment(ownOrigin), onPrint: (text) => change(null, text) });
  const files = watchFiles(course, (ids) => {
    if (ids.includes(id)) void opened.then((app) => app.load());
  });
  void opened
    .then(async (app) => {
      await app.load();
      change(app.port, '');
    })
    .catch((error: Error) => change(null, error.message));
  return () => {
    void files.close();
    void opened.then((app) => app.close()).catch(() => {});
  };
}

/** Our own code, which makes its codes for whoever student.json names. */
function runLab(course: Course, id: string, change: Change): Running {
  const app = runApp(course.root, id, {
    onPrint: (printed) => change(portIn(printed), printed),
    onEnd: () => change(null, 'It has ended.'),
  });
  return () => app.stop();
}

/** Keys are drawn for this run, as a host would hand them over: no task wants them in the source. */
function environment(ownOrigin: string): Record<string, string> {
  const keys = ['SECRET_KEY', 'COOKIE_KEY', 'STORE_KEY', 'SESSION_KEY'];
  const drawn = keys.map((name) => [name, process.env[name] ?? randomBytes(32).toString('hex')] as const);
  return { NODE_ENV: 'development', OWN_ORIGIN: ownOrigin, ...Object.fromEntries(drawn) };
}

function portIn(printed: string): number | null {
  const told = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(printed)?.[1];
  return told === undefined ? null : Number(told);
}

/** Without the address on 127.0.0.1: the site shows the app at another one, and the cookies of that would be others. */
function linesWith(lines: readonly string[], printed: string): readonly string[] {
  const added = printed.split('\n').filter((line) => line.trim() !== '' && !line.includes('//127.0.0.1:'));
  return [...lines, ...added].slice(-keptLines);
}
