// One submission, exercise after exercise, in one box. Decides when the box must be a fresh one and what is graded again.

import { createHmac } from 'node:crypto';
import { join } from 'node:path';

import { type ExerciseOnDisk, isNotStarted, modulesOf } from '@cookie-lessons/lesson-contract';
import { type Box, openBox } from '@cookie-lessons/sandbox';

import type { Course } from '../course/load-course';
import type { ExerciseRun, SubmissionRun } from './exercise-run';
import type { GradeJob } from './messages';
import { type RanExercise, runExercise, timeUsedUp } from './run-exercise';

const budget = { wallMs: 120_000, restarts: 60 };

export interface GradedSubmission {
  readonly run: SubmissionRun;
  /** Something was seen in this process that may outlive the submission. */
  readonly tired: boolean;
}

/** @param onBegin told before each exercise, so that a crash of this process can be laid at one exercise's door. */
export async function gradeInBox(
  course: Course,
  job: GradeJob,
  onBegin: (exerciseId: string) => void,
): Promise<GradedSubmission> {
  const boxes = new SubmissionBoxes(course, job);
  const endAt = Date.now() + budget.wallMs;
  const runs: ExerciseRun[] = [];
  let tired = false;
  try {
    for (const [id, handedIn] of job.exercises) {
      const onDisk = course.exercises.get(id);
      if (!onDisk) continue;
      if (!job.gradeStarters && isNotStarted(handedIn, onDisk.starter)) {
        runs.push(emptyRun(id, 'not-started'));
      } else if (Date.now() > endAt || boxes.restarts > budget.restarts) {
        runs.push({
          ...emptyRun(id, 'graded'),
          endedBecause: 'timed-out',
          advice: [timeUsedUp],
        });
      } else {
        onBegin(id);
        const graded = await gradeExercise({ course, job, boxes, endAtMs: endAt }, onDisk, handedIn);
        tired ||= graded.tired;
        runs.push(graded.run);
      }
    }
    return { run: { verdict: 'graded', reason: '', exercises: runs }, tired };
  } finally {
    await boxes.close();
  }
}

interface Grading {
  readonly course: Course;
  readonly job: GradeJob;
  readonly boxes: SubmissionBoxes;
  readonly endAtMs: number;
}

async function gradeExercise(
  { course, job, boxes, endAtMs }: Grading,
  onDisk: ExerciseOnDisk,
  handedIn: ReadonlyMap<string, string>,
): Promise<RanExercise> {
  const wantsOwn = job.strict || onDisk.exercise.process === 'own';
  if (wantsOwn) await boxes.renew();
  const seed = createHmac('sha256', Buffer.from(job.seed, 'hex')).update(onDisk.exercise.id).digest();
  const run = (): Promise<RanExercise> =>
    runExercise({
      course,
      onDisk,
      handedIn,
      seed,
      studentId: job.studentId,
      shuffle: job.shuffle,
      box: boxes.program,
      targetBox: () => boxes.target(),
      settleTarget: () => boxes.settleTarget(),
      endAtMs,
    });

  const wasUsed = boxes.program.exercisesServed > 0;
  let ran = await run();
  const { clean } = await boxes.program.settle();
  // A process that was used before and can't be shown clean may have made this fail; so may a crash of what came before.
  const isInDoubt = wasUsed && ran.failed && (!clean || ran.faulted);
  if ((isInDoubt || ran.timedOut) && Date.now() < endAtMs) {
    await boxes.renew();
    ran = await run();
    await boxes.program.settle();
  }
  if (wantsOwn) await boxes.renew();
  return ran;
}

function emptyRun(exerciseId: string, state: ExerciseRun['state']): ExerciseRun {
  return {
    exerciseId,
    state,
    endedBecause: 'answered',
    seconds: 0,
    outcomes: [],
    advice: [],
    lastExchanges: new Map(),
    symptoms: [],
  };
}

/** The boxes of one submission: one for its own programs, one for the labs it attacks. */
class SubmissionBoxes {
  restarts = 0;
  readonly program: Box;
  #target: Box | null = null;

  constructor(
    private readonly course: Course,
    private readonly job: GradeJob,
  ) {
    this.program = this.#open();
  }

  target(): Box {
    this.#target ??= this.#open();
    return this.#target;
  }

  /** The lab that one exercise attacked is never the one that the next attacks. */
  async settleTarget(): Promise<void> {
    await this.#target?.settle();
  }

  async renew(): Promise<void> {
    if (this.program.exercisesServed === 0) return;
    this.restarts++;
    await this.program.renew();
  }

  async close(): Promise<void> {
    await Promise.all([this.program.close(), this.#target?.close()]);
  }

  #open(): Box {
    const modules = modulesOf(this.course.lessons);
    return openBox({ level: this.job.level, modules, resolveFrom: join(this.course.root, 'exercises') });
  }
}
