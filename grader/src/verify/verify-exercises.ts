// Verifies exercises: the rules of their manifests, then all their answers, graded like a class.

import type { ExerciseOnDisk } from '@cookie-lessons/lesson-contract';
import type { Level } from '@cookie-lessons/sandbox';

import type { Course } from '../course/load-course';
import { gradeClass } from '../run-checks/grade-class';
import type { Finding } from './finding';
import { manifestFindings } from './manifest-rules';
import { type Claim, claimsOf } from './prove-answers';

export interface VerifyOptions {
  readonly course: Course;
  readonly exercises: readonly ExerciseOnDisk[];
  readonly level: Level;
  readonly jobs: number;
  readonly seed: string;
  readonly onAnswer: (claim: Claim, findings: readonly Finding[]) => void;
}

export interface Verified {
  readonly findings: readonly Finding[];
  /** Answers graded, by exercise id. */
  readonly answers: ReadonlyMap<string, number>;
}

export async function verifyExercises({ course, exercises, level, jobs, seed, onAnswer }: VerifyOptions): Promise<Verified> {
  const findings: Finding[] = exercises.flatMap((onDisk) => manifestFindings(course, onDisk));
  const claims = exercises.flatMap((onDisk) => claimsOf(course, onDisk));
  const claimOf = new Map(claims.map((claim) => [claim.submission, claim]));
  const answers = new Map<string, number>();
  await gradeClass(
    claims.map(({ submission }) => submission),
    {
      course,
      level,
      jobs,
      seed,
      shuffle: true,
      gradeStarters: true,
      onSubmission(submission, run) {
        const claim = claimOf.get(submission);
        if (!claim) return;
        const found = claim.judge(run);
        findings.push(...found);
        answers.set(claim.exercise.id, (answers.get(claim.exercise.id) ?? 0) + 1);
        onAnswer(claim, found);
      },
    },
  );
  return { findings, answers };
}
