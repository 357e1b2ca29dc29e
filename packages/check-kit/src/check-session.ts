// Makes the CheckContext of one check, and ends everything in it when the check is over.

import { type CheckRun, createDraw, type Program, type ProgramOptions } from '@cookie-lessons/lesson-contract';

import { createApp } from './app';
import { Browser } from './browser';
import type { CheckContext, Clock, RemoteFunctions, Target } from './check-context';
import { readAnswers } from './read-answers';

interface Detector {
  readonly misconceptionId: string;
  readonly detect: () => boolean | Promise<boolean>;
}

export interface CheckSession {
  readonly context: CheckContext;
  readonly detectors: readonly Detector[];
  /** What it earns should it fail, 0 to 1. */
  readonly earnedFraction: () => number;
  /** After this, everything the check still holds throws. */
  end(): void;
}

export function openCheckSession(run: CheckRun, checkId: string, options: ProgramOptions): CheckSession {
  const detectors: Detector[] = [];
  let earnedFraction = 0;
  const draw = createDraw(run.seed, checkId);
  let over = false;
  let nowMs = options.nowMs ?? null;
  let loaded: Promise<Program> | null = null;
  let targets = 0;

  const assertOpen = (): void => {
    if (over) throw new Error('This check is over.');
    run.assertOpen();
  };
  const program = (): Promise<Program> => {
    assertOpen();
    loaded ??= run.startProgram(options);
    return loaded;
  };
  const now = (): number => nowMs ?? Date.now();
  const clock: Clock = {
    now,
    async advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      nowMs = now() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
      await (await program()).setClock(nowMs);
    },
  };
  const target = async (entry: string, targetOptions: ProgramOptions = {}): Promise<Target> => {
    assertOpen();
    const started = await run.startTarget(entry, targetOptions);
    const baseUrl = `http://shop-${draw.hex(`target ${++targets}`, 4)}.example`;
    return {
      program: started,
      baseUrl,
      app: createApp(() => Promise.resolve(started)),
      call: (name, ...args) => started.call(name, args),
    };
  };

  const startAnew = async (given: ProgramOptions): Promise<void> => {
    assertOpen();
    loaded = run.startProgram({ ...options, ...(nowMs === null ? {} : { nowMs }), ...given });
    await loaded;
  };

  const context: CheckContext = {
    app: createApp(program),
    browser: ({ to, ...browserOptions } = {}) =>
      new Browser(browserOptions, { program: to ? () => Promise.resolve(to.program) : program, now }),
    functions: <Module>() => remoteFunctions(program) as RemoteFunctions<Module>,
    target,
    async attack(attacked, { name = 'default', args = [], maxRequests } = {}) {
      const fetch = {
        kind: 'relayed-fetch',
        to: attacked.program,
        ...(maxRequests === undefined ? {} : { maxRequests }),
      } as const;
      return (await program()).call(name, [fetch, attacked.baseUrl, ...args]);
    },
    answers: () => readAnswers(run.handedIn.get(run.exercise.entry), run.exercise.entry),
    files: run.handedIn,
    student: run.student,
    draw,
    clock,
    output: async () => (await program()).output(),
    explain(misconceptionId, detect) {
      if (!run.exercise.misconceptions.some(({ id }) => id === misconceptionId)) {
        throw new Error(`${run.exercise.id} has no misconception "${misconceptionId}" in its exercise.json.`);
      }
      detectors.push({ misconceptionId, detect });
    },
    credit(fraction) {
      if (!(fraction >= 0 && fraction <= 1)) throw new Error(`A share of the points is a number from 0 to 1, not ${fraction}.`);
      earnedFraction = fraction;
    },
    reload: (reloadOptions = {}) => startAnew(reloadOptions),
    // Before the check has met a program there is nothing to forget, and the start of a process is saved.
    restart: (restartOptions = {}) => startAnew({ ...restartOptions, freshProcess: loaded !== null }),
  };
  return { context, detectors, earnedFraction: () => earnedFraction, end: () => void (over = true) };
}

/** Every property is a function that calls the export of that name. */
function remoteFunctions(program: () => Promise<Program>): object {
  return new Proxy(Object.create(null) as object, {
    get: (_target, name) =>
      typeof name === 'string' && name !== 'then' ? async (...args: unknown[]) => (await program()).call(name, args) : undefined,
  });
}
