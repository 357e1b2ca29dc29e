// Runs an exercise's own answers: the starter must score nothing, the solution and every right answer everything, and every
// wrong answer must be caught by the checks it names, in the way it says, with its misconception.

import {
  type AnswerOnDisk,
  type CheckOutcome,
  type Exercise,
  type ExerciseOnDisk,
  readAnswers,
  readHandedIn,
} from '@cookie-lessons/lesson-contract';

import type { Course } from '../course/load-course';
import type { Submission } from '../intake/submission';
import type { ExerciseRun, SubmissionRun } from '../run-checks/exercise-run';
import type { Finding } from './finding';

/** One answer of one exercise, as a submission to be graded, and what must come of it. */
export interface Claim {
  readonly submission: Submission;
  readonly exercise: Exercise;
  /** e.g. `wrong answer max-age-in-seconds.ts` */
  readonly name: string;
  judge(run: SubmissionRun): readonly Finding[];
}

export function claimsOf(course: Course, onDisk: ExerciseOnDisk): readonly Claim[] {
  const { exercise, folder, starter } = onDisk;
  const solution = readHandedIn(course.files, 'solutions', exercise);
  const make = (name: string, files: ReadonlyMap<string, string>, judge: (run: ExerciseRun) => readonly Finding[]): Claim => ({
    submission: asSubmission(exercise.id, name, files),
    exercise,
    name,
    judge: (run) => judgeRun(exercise, name, run, judge),
  });
  return [
    make('the starter', starter, (run) => expectNone(exercise, run)),
    make('the solution', solution, (run) => expectAll(exercise, 'the solution', `solutions/${exercise.id}`, run)),
    ...readAnswers(course.files, onDisk, 'right-answers').map((answer) =>
      make(`right answer ${answer.name}`, new Map([...solution, ...answer.files]), (run) =>
        expectAll(exercise, `right answer ${answer.name}`, answer.path, run),
      ),
    ),
    ...readAnswers(course.files, onDisk, 'wrong-answers').map((answer) =>
      make(`wrong answer ${answer.name}`, new Map([...solution, ...answer.files]), (run) =>
        expectCaught(exercise, folder, answer, run),
      ),
    ),
  ];
}

function asSubmission(exerciseId: string, name: string, files: ReadonlyMap<string, string>): Submission {
  const student = { id: 'solution', name };
  return {
    source: name,
    student,
    declared: null,
    exercises: new Map([[exerciseId, { files, problems: [] }]]),
    contentHash: `${exerciseId} ${name}`,
    receivedAt: null,
    findings: [],
  };
}

function judgeRun(
  exercise: Exercise,
  name: string,
  run: SubmissionRun,
  judge: (run: ExerciseRun) => readonly Finding[],
): readonly Finding[] {
  const graded = run.exercises.find(({ exerciseId }) => exerciseId === exercise.id);
  if (run.verdict === 'graded' && graded) return judge(graded);
  return [
    {
      exerciseId: exercise.id,
      problem: `${name} could not be graded: ${run.reason || 'it gave no result'}`,
      repair: "Run its checks alone: npx jest in the lesson's folder.",
    },
  ];
}

function outcomeOf(run: ExerciseRun, checkId: string): CheckOutcome['outcome'] | 'not-run' {
  return run.outcomes.find((outcome) => outcome.checkId === checkId)?.outcome ?? 'not-run';
}

function expectNone({ id, checks }: Exercise, run: ExerciseRun): Finding[] {
  const passing = checks.filter((check) => outcomeOf(run, check.id) === 'passed');
  return passing.map((check) => ({
    exerciseId: id,
    problem: `the starter already passes "${check.id}"`,
    repair: 'Make the check demand something that the starter lacks.',
  }));
}

function expectAll({ id, checks }: Exercise, name: string, path: string, run: ExerciseRun): Finding[] {
  const failing = checks.filter((check) => outcomeOf(run, check.id) !== 'passed');
  return failing.map((check) => {
    const why = run.outcomes.find(({ checkId }) => checkId === check.id)?.explanation ?? run.advice.join(' ');
    return {
      exerciseId: id,
      problem: `${name} does not pass "${check.id}": ${why}`,
      repair: `If ${path} is right, the check asks for too much; else mend ${path}.`,
    };
  });
}

function expectCaught(
  { id, checks }: Exercise,
  folder: string,
  { name, path, header }: AnswerOnDisk,
  run: ExerciseRun,
): Finding[] {
  if (header === null)
    return [
      {
        exerciseId: id,
        problem: `wrong answer ${name} doesn't say what catches it`,
        repair: `Begin ${path} with "// Caught by: <check id>" and "// Misconception: <id>".`,
      },
    ];
  const findings: Finding[] = [];
  for (const check of checks) {
    const outcome = run.outcomes.find(({ checkId }) => checkId === check.id);
    const expected = header.caughtBy.includes(check.id);
    if (expected && outcome?.outcome !== 'failed') {
      findings.push({
        exerciseId: id,
        problem: `wrong answer ${name} gets through "${check.id}"`,
        repair: `Strengthen the check in ${folder}/${check.visible ? 'visible' : 'hidden'}.test.ts, or take it out of "Caught by" in ${path}.`,
      });
    } else if (!expected && outcome?.outcome !== 'passed') {
      findings.push({
        exerciseId: id,
        problem: `wrong answer ${name} also fails "${check.id}": ${outcome?.explanation ?? 'not run'}`,
        repair: `Name the check in "Caught by" of ${path}, or make it look at its own sentence only.`,
      });
    } else if (outcome?.outcome === 'failed' && (outcome.failedBy === 'assertion') !== (header.by === 'assertion')) {
      findings.push({
        exerciseId: id,
        problem: `wrong answer ${name} fails "${check.id}" by ${outcome.failedBy} instead of ${header.by}: ${outcome.explanation}`,
        repair: `Mend ${path}, or say "by crash" or "by time-out" in "Caught by".`,
      });
    }
  }
  const told = run.outcomes.filter(({ outcome }) => outcome === 'failed').map(({ misconception }) => misconception);
  if (!told.includes(header.misconception)) {
    findings.push({
      exerciseId: id,
      problem: `wrong answer ${name} is told ${told.filter((one) => one !== null).join(', ') || 'no misconception'} instead of "${header.misconception}"`,
      repair: 'Name it with explain() in a check that catches it.',
    });
  }
  return findings;
}
