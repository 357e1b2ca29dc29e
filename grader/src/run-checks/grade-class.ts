// A class of submissions over a few workers: who grades what, and what becomes of a submission whose worker fails.

import { createHmac } from 'node:crypto';
import { join } from 'node:path';

import { type Level, startWorker, type TrustedWorker } from '@cookie-lessons/sandbox';

import type { Course } from '../course/load-course';
import type { Submission } from '../intake/submission';
import type { ExerciseRun, SubmissionRun } from './exercise-run';
import type { GradeJob, WorkerAnswer } from './messages';

export interface LaneOptions {
  readonly course: Course;
  readonly level: Level;
  /** 128 bits, hex: everything that checks draw comes from it. */
  readonly seed: string;
  readonly strict?: boolean;
  readonly shuffle?: boolean;
  readonly gradeStarters?: boolean;
  /** Exercises to grade; all that were handed in unless given. */
  readonly exerciseIds?: ReadonlySet<string>;
  /** Told before each exercise of each submission. */
  readonly onExercise?: (submission: Submission, exerciseId: string) => void;
}

export interface ClassOptions extends LaneOptions {
  /** Workers at the same time. */
  readonly jobs: number;
  readonly onSubmission?: (submission: Submission, run: SubmissionRun) => unknown;
}

const workerScript = join(__dirname, 'start-worker.cjs');
/** Above every budget inside a worker: who is silent so long has hung. */
const jobWallMs = 240_000;
/** Exercises of one submission that may be laid at its door; with more, somebody should look before points are given. */
const maxSuspects = 3;

/** @returns runs in the order of the submissions. Each was handed to `onSubmission` as soon as it was done. */
export async function gradeClass(submissions: readonly Submission[], options: ClassOptions): Promise<readonly SubmissionRun[]> {
  const results: SubmissionRun[] = [];
  let next = 0;
  const lanes = Array.from({ length: Math.max(1, Math.min(options.jobs, submissions.length)) }, async () => {
    const lane = new GradingLane(options);
    try {
      for (let index = next++; index < submissions.length; index = next++) {
        const submission = submissions[index] as Submission;
        results[index] = await lane.grade(submission, index);
        await options.onSubmission?.(submission, results[index] as SubmissionRun);
      }
    } finally {
      lane.close();
    }
  });
  await Promise.all(lanes);
  return results;
}

/** Grades one submission after the other: one worker at a time, replaced when it has seen too much. */
export class GradingLane {
  #worker: TrustedWorker<GradeJob, WorkerAnswer> | null = null;
  #onBegin: (exerciseId: string) => void = () => {};
  #closed = false;
  constructor(private readonly options: LaneOptions) {}

  /** @param index tells this job from the ones before it. @returns a grader fault when the lane was closed meanwhile. */
  async grade(submission: Submission, index: number): Promise<SubmissionRun> {
    const job = toJob(submission, index, this.options);
    this.#onBegin = (exerciseId) => this.options.onExercise?.(submission, exerciseId);
    const first = await this.#attempt(job);
    if (this.#closed) return { verdict: 'grader-fault', reason: 'Grading was stopped.', exercises: [] };
    if (!first.died && suspectExercise(first.run) === null) return first.run;
    // The second attempt's worker has seen nothing of the first.
    this.#endWorker();
    const second = await this.#attempt(job);
    if (!second.died && suspectExercise(second.run) === null) return second.run;
    return this.#blame(job, second);
  }

  /** Ends the worker, and with it whatever it is grading. Nothing is graded here any more. */
  close(): void {
    this.#closed = true;
    this.#endWorker();
  }

  #endWorker(): void {
    this.#worker?.kill();
    this.#worker = null;
  }

  /**
   * It failed twice in fresh workers. If our solution grades well, the submission did it: what it did it with is not run, and flagged.
   * Else the fault is ours, and nobody gets a zero for it.
   */
  async #blame(job: GradeJob, failed: Attempt): Promise<SubmissionRun> {
    const flagged: ExerciseRun[] = [];
    let left = job.exercises;
    for (let attempt = failed; ; attempt = await this.#attempt({ ...job, exercises: left })) {
      const suspect = attempt.died ? attempt.began : suspectExercise(attempt.run);
      if (!attempt.died && suspect === null) return { ...attempt.run, exercises: [...attempt.run.exercises, ...flagged] };
      const reason = attempt.died
        ? `The worker that graded ${suspect ?? 'this submission'} ended twice.`
        : `A check of ${suspect} failed by an error of its own, twice.`;
      const isOurs = suspect === null || !(await this.#solutionGradesWell(job, suspect));
      if (isOurs || flagged.length >= maxSuspects)
        return { verdict: 'grader-fault', reason: `${reason} Please report it with this submission.`, exercises: [] };
      flagged.push(flaggedRun(suspect, reason));
      left = new Map([...left].filter(([id]) => id !== suspect));
    }
  }

  async #solutionGradesWell(job: GradeJob, exerciseId: string): Promise<boolean> {
    const { course } = this.options;
    const exercise = course.exercises.get(exerciseId)?.exercise;
    if (!exercise) return false;
    const files = exercise.files.map((path) => [path, course.files.read(`solutions/${exerciseId}/${path}`)] as const);
    const solution = new Map(files.filter((pair): pair is readonly [string, string] => pair[1] !== null));
    const { run } = await this.#attempt({ ...job, studentId: 'solution', exercises: new Map([[exerciseId, solution]]) });
    return (
      run?.exercises[0]?.outcomes.length === exercise.checks.length &&
      run.exercises[0].outcomes.every(({ outcome }) => outcome === 'passed')
    );
  }

  async #attempt(job: GradeJob): Promise<Attempt> {
    this.#worker ??= startWorker<GradeJob, WorkerAnswer>(workerScript);
    const worker = this.#worker;
    let began: string | null = null;
    const answer = await new Promise<(WorkerAnswer & { said: 'done' }) | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), jobWallMs);
      const finish = (value: (WorkerAnswer & { said: 'done' }) | null): void => {
        clearTimeout(timer);
        resolve(value);
      };
      worker.onAnswer((said) => {
        if (said.said === 'began' && said.job === job.job) this.#onBegin((began = said.exerciseId));
        if (said.said === 'done' && said.job === job.job) finish(said);
      });
      void worker.exited.then(() => finish(null));
      worker.send(job);
    });
    if (answer === null || answer.tired) this.#endWorker();
    return answer === null ? { died: true, began, run: null } : { died: false, began, run: answer.run };
  }
}

type Attempt =
  | { readonly died: true; readonly began: string | null; readonly run: null }
  | { readonly died: false; readonly began: string | null; readonly run: SubmissionRun };

function flaggedRun(exerciseId: string, reason: string): ExerciseRun {
  return {
    exerciseId,
    state: 'graded',
    endedBecause: 'crashed',
    seconds: 0,
    outcomes: [],
    advice: [`${reason} The solution grades well, so its checks count as not run. Instructor: please look at it.`],
    lastExchanges: new Map(),
    symptoms: [],
  };
}

/** The exercise in which a check failed by an error of its own. */
function suspectExercise(run: SubmissionRun): string | null {
  return run.exercises.find(({ outcomes }) => outcomes.some(({ failedBy }) => failedBy === 'check-error'))?.exerciseId ?? null;
}

function toJob(
  submission: Submission,
  index: number,
  { course, level, seed, strict = false, shuffle = false, gradeStarters = false, exerciseIds }: LaneOptions,
): GradeJob {
  const wanted = [...course.exercises.keys()].filter((id) => submission.exercises.has(id) && (exerciseIds?.has(id) ?? true));
  return {
    job: index,
    root: course.root,
    level,
    seed: createHmac('sha256', Buffer.from(seed, 'hex'))
      .update(JSON.stringify([submission.student.id, submission.contentHash]))
      .digest('hex'),
    studentId: submission.declared?.id || submission.student.id,
    exercises: new Map(wanted.map((id) => [id, submission.exercises.get(id)?.files ?? new Map<string, string>()])),
    strict,
    shuffle,
    gradeStarters,
  };
}
