// The story: what happens to one submission, from the files that were handed in to its row of the report.
// Read this first; each step is a room of its own.

import { createHmac } from 'node:crypto';

import type { ExerciseOnDisk, ReportSubmission } from '@cookie-lessons/lesson-contract';

import type { Course } from './course/load-course';
import { asAdvice, diagnose } from './diagnose/diagnose';
import type { NotASubmission, Submission } from './intake/submission';
import type { ExerciseRun, SubmissionRun } from './run-checks/exercise-run';
import { type CountedExercises, scoreExercise, scoreTotal } from './score/score';

export interface Grading {
  readonly course: Course;
  /** Which exercises count, and what was asked for; see score/assignment.ts. */
  readonly counted: CountedExercises;
  readonly seed: string;
}

/** A submission was taken in (intake/) and its checks were run (run-checks/): here it gets its points and its row. */
export function gradeSubmission(
  submission: Submission,
  run: SubmissionRun,
  { course, counted, seed }: Grading,
): ReportSubmission {
  const ran = new Map(run.exercises.map((exercise) => [exercise.exerciseId, exercise]));
  const exercises = [...course.exercises.values()]
    .filter(({ exercise }) => counted.shown(exercise))
    .map((onDisk) => {
      const { exercise } = onDisk;
      const handedIn = submission.exercises.get(exercise.id);
      const scored = scoreExercise(exercise, {
        run: withDiagnosis(onDisk, handedIn?.files ?? new Map(), ran.get(exercise.id) ?? null),
        problems: handedIn?.problems ?? [],
        isWithheld: counted.isWithheld(exercise),
      });
      return { ...scored, counts: counted.counts(exercise) };
    });
  const late = counted.lateness(submission.student.id, submission.receivedAt);
  return {
    student: submission.student,
    members: [],
    assignment: counted.assignment,
    attempt: 1,
    late,
    seed: createHmac('sha256', Buffer.from(seed, 'hex')).update(submission.contentHash).digest('hex').slice(0, 32),
    source: submission.source,
    contentHash: submission.contentHash,
    receivedAt: submission.receivedAt,
    verdict: run.verdict,
    reason: run.reason,
    findings: [...submission.findings, ...identityFindings(submission)],
    points: run.verdict === 'graded' && counted.isDue(submission.student.id) ? scoreTotal(exercises, late.deduction) : null,
    exercises,
  };
}

/** Where the program didn't answer as one, whose fault that is comes first of all advice. */
function withDiagnosis(onDisk: ExerciseOnDisk, files: ReadonlyMap<string, string>, run: ExerciseRun | null): ExerciseRun | null {
  if (run?.state !== 'graded') return run;
  const found = diagnose({ onDisk, files, run, undeclared: [] });
  return found === null ? run : { ...run, advice: [asAdvice(found), ...run.advice] };
}

/** What could not be taken in has a row too: somebody has to look at it. */
export function notGradable({ source, student, reason }: NotASubmission, { counted }: Grading): ReportSubmission {
  return {
    student,
    members: [],
    assignment: counted.assignment,
    attempt: 1,
    late: { seconds: 0, deduction: 0 },
    seed: '',
    source,
    contentHash: '',
    receivedAt: null,
    verdict: 'not-gradable',
    reason,
    findings: [],
    points: null,
    exercises: [],
  };
}

function identityFindings({ student, declared }: Submission): string[] {
  if (declared === null || declared.id === '' || declared.id === student.id) return [];
  return [
    `student.json says "${declared.id}", the container says "${student.id}". The container counts; papers that are drawn per student were drawn for "${declared.id}".`,
  ];
}
