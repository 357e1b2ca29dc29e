// One exercise of one submission: its two check files, run once, and what they recorded.

import { join } from 'node:path';

import {
  type CheckOutcome,
  checkRunSymbol,
  createCheckRun,
  type ExerciseOnDisk,
  readLabs,
} from '@cookie-lessons/lesson-contract';
import { type Box, ProgramFault } from '@cookie-lessons/sandbox';

import type { Course } from '../course/load-course';
import { runTestFile } from './circus';
import type { ExerciseRun } from './exercise-run';
import { Witness } from './witness';

export interface ExerciseParts {
  readonly course: Course;
  readonly onDisk: ExerciseOnDisk;
  readonly handedIn: ReadonlyMap<string, string>;
  readonly seed: Uint8Array;
  readonly studentId: string;
  readonly shuffle: boolean;
  readonly box: Box;
  readonly targetBox: () => Box;
  readonly settleTarget: () => Promise<void>;
  /** Unix milliseconds after which nothing of this submission is started any more. */
  readonly endAtMs: number;
}

export interface RanExercise {
  readonly run: ExerciseRun;
  readonly failed: boolean;
  /** Something failed by the program's own fault rather than by an assertion. */
  readonly faulted: boolean;
  readonly timedOut: boolean;
  readonly tired: boolean;
}

/** After so many time-outs the rest of an exercise is not run: each would only wait as long again. */
const maxTimeouts = 2;

export async function runExercise(parts: ExerciseParts): Promise<RanExercise> {
  const { course, onDisk } = parts;
  const startedAt = process.hrtime.bigint();
  const recorded = new Map<string, CheckOutcome>();
  const witness = new Witness(onDisk.exercise);
  const gate = new LoadGate(parts.box, parts.endAtMs, witness);
  const { run, close } = createCheckRun({
    exercise: onDisk.exercise,
    student: { id: parts.studentId },
    handedIn: parts.handedIn,
    seed: parts.seed,
    box: gate,
    targetBox: parts.targetBox,
    labFiles: () => readLabs(course.files, onDisk.lessonFolder),
    labModules: onDisk.lesson.labModules,
    harnessFiles: onDisk.harness,
    onFailing: () => witness.failing(),
    // The first outcome of a check counts, and only checks of the manifest have one.
    onRecord: (outcome) => {
      gate.notice(outcome);
      witness.note(outcome);
      const isKnown = onDisk.exercise.checks.some(({ id }) => id === outcome.checkId);
      if (isKnown && !recorded.has(outcome.checkId) && outcome.fault !== 'run-is-over') recorded.set(outcome.checkId, outcome);
    },
  });
  (globalThis as { [checkRunSymbol]?: typeof run })[checkRunSymbol] = run;
  const unhandled: string[] = [];
  try {
    for (const name of ['visible.test.ts', 'hidden.test.ts']) {
      if (course.files.read(`${onDisk.folder}/${name}`) === null) continue;
      unhandled.push(...(await runTestFile(join(course.root, onDisk.folder, name), parts.shuffle)).unhandled);
    }
  } finally {
    close();
    delete (globalThis as { [checkRunSymbol]?: typeof run })[checkRunSymbol];
    await parts.settleTarget();
    await witness.settled();
  }
  const outcomes = [...recorded.values()];
  const failures = outcomes.filter(({ outcome }) => outcome === 'failed');
  return {
    run: {
      exerciseId: onDisk.exercise.id,
      state: 'graded',
      endedBecause: gate.endedBecause,
      seconds: Number(process.hrtime.bigint() - startedAt) / 1e9,
      outcomes: withUnhandled(outcomes, unhandled, onDisk),
      advice: gate.advice,
      lastExchanges: witness.lastExchanges,
      symptoms: witness.symptoms,
    },
    failed: failures.length > 0,
    faulted: failures.some(({ failedBy }) => failedBy === 'program-fault'),
    timedOut: gate.endedBecause === 'timed-out' || failures.some(({ fault }) => fault === 'timed-out'),
    tired: unhandled.length > 0 || failures.some(({ fault }) => fault === 'timed-out'),
  };
}

/** A check file that could not be run is our fault; it shows as a failed check of ours, which is never a zero. */
function withUnhandled(
  outcomes: readonly CheckOutcome[],
  unhandled: readonly string[],
  { exercise }: ExerciseOnDisk,
): readonly CheckOutcome[] {
  const missing = exercise.checks.find(({ id }) => !outcomes.some(({ checkId }) => checkId === id));
  if (unhandled.length === 0 || !missing) return outcomes;
  const explanation = unhandled.join('; ').slice(0, 500);
  return [
    ...outcomes,
    { checkId: missing.id, outcome: 'failed', failedBy: 'check-error', fault: null, misconception: null, explanation },
  ];
}

/** Told to a student whose programs were slow in every answer. */
export const timeUsedUp = 'This submission has used up its time before all of its checks were run.';

/** Stands before the box: once the program can't be loaded, has hung twice, or time is up, nothing of this exercise is loaded any more. */
class LoadGate implements Pick<Box, 'load'> {
  #closed = false;
  #timeouts = 0;
  endedBecause: ExerciseRun['endedBecause'] = 'answered';
  readonly advice: string[] = [];

  constructor(
    private readonly box: Box,
    private readonly endAtMs: number,
    private readonly witness: Witness,
  ) {}

  async load(...args: Parameters<Box['load']>): ReturnType<Box['load']> {
    if (!this.#closed && Date.now() > this.endAtMs) {
      this.#closed = true;
      this.endedBecause = 'timed-out';
      this.advice.push(timeUsedUp);
    }
    if (this.#closed) throw new ProgramFault('run-is-over');
    await this.witness.settled();
    try {
      return this.witness.watch(await this.box.load(...args));
    } catch (error) {
      this.#closed = true;
      this.endedBecause = this.box.endedBecause === 'answered' ? 'did-not-start' : this.box.endedBecause;
      this.witness.didNotStart(error);
      throw error;
    }
  }

  notice({ fault }: CheckOutcome): void {
    if (fault === 'timed-out' && ++this.#timeouts >= maxTimeouts) this.#closed = true;
    if (fault === 'timed-out' || fault === 'crashed' || fault === 'out-of-memory' || fault === 'too-much-output') {
      if (this.endedBecause === 'answered') this.endedBecause = fault;
    }
  }
}
