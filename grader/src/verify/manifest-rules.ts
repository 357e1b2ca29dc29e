// What must hold between an exercise's manifest, its task, its lesson's text and its answers, without running anything.

import { type AnswerOnDisk, type ExerciseOnDisk, headingsOf, pageOf, readAnswers } from '@cookie-lessons/lesson-contract';

import type { Course } from '../course/load-course';
import type { Finding } from './finding';

/** Exercises of a first-steps kind may have fewer answers. */
const firstStepsMinutes = 5;

export function manifestFindings(course: Course, onDisk: ExerciseOnDisk): readonly Finding[] {
  const wrong = readAnswers(course.files, onDisk, 'wrong-answers');
  const right = readAnswers(course.files, onDisk, 'right-answers');
  const findings = [
    ...countRule(onDisk, wrong, right),
    ...demandsRule(course, onDisk),
    ...sectionsRule(course, onDisk),
    ...headersRule(onDisk, wrong),
    ...reachableRule(onDisk, wrong),
  ];
  return findings.map((finding) => ({ exerciseId: onDisk.exercise.id, ...finding }));
}

type Found = Omit<Finding, 'exerciseId'>;

function countRule({ exercise }: ExerciseOnDisk, wrong: readonly AnswerOnDisk[], right: readonly AnswerOnDisk[]): Found[] {
  const [wantedWrong, wantedRight] = exercise.minutes <= firstStepsMinutes ? [3, 2] : [5, 3];
  const found: Found[] = [];
  if (wrong.length < wantedWrong)
    found.push({
      problem: `${wrong.length} wrong answers; at least ${wantedWrong} are wanted`,
      repair: 'Add plausible mistakes to wrong-answers/.',
    });
  // Where answers are data there is one right table, however it was found.
  const wanted = exercise.exposes.every((exposed) => exposed === 'answers') ? 1 : wantedRight;
  if (right.length < wanted)
    found.push({
      problem: `${right.length} right answers; at least ${wanted} are wanted`,
      repair: 'Add correct solutions in other styles to right-answers/.',
    });
  return found;
}

/** Every demand a check makes is in the task, word for word. */
function demandsRule(course: Course, { exercise, folder }: ExerciseOnDisk): Found[] {
  const task = folded(course.files.read(`${folder}/task.md`) ?? '');
  const missing = exercise.checks.filter(({ demands }) => !task.includes(folded(demands)));
  return missing.map(({ id, demands }) => ({
    problem: `task.md nowhere says what "${id}" demands: ${demands}`,
    repair: `Put the sentence into ${folder}/task.md, or quote the right one.`,
  }));
}

function sectionsRule(course: Course, { exercise, lessonFolder }: ExerciseOnDisk): Found[] {
  const sections = new Set([...exercise.checks, ...exercise.misconceptions].map(({ section }) => section));
  return [...sections].flatMap((section) => {
    const { path, heading } = pageOf(lessonFolder.replace('packages/', ''), section);
    const text = course.files.read(path);
    if (text !== null && (heading === null || headingsOf(text).includes(heading))) return [];
    return [
      {
        problem: `the section "${section}" is not in the lesson text`,
        repair: text === null ? `There is no ${path}.` : `${path} has: ${headingsOf(text).join(', ')}.`,
      },
    ];
  });
}

function headersRule({ exercise }: ExerciseOnDisk, wrong: readonly AnswerOnDisk[]): Found[] {
  return wrong.flatMap(({ path, header }) => {
    const unknown = (header?.caughtBy ?? []).filter((id) => !exercise.checks.some((check) => check.id === id));
    const found: Found[] = unknown.map((id) => ({
      problem: `${path} names the check "${id}", which does not exist`,
      repair: `Checks are: ${exercise.checks.map((check) => check.id).join(', ')}.`,
    }));
    if (header !== null && header.why === '')
      found.push({ problem: `${path} doesn't say why someone would write it`, repair: 'Add a third line with one sentence.' });
    return found;
  });
}

/** Nobody is told a misconception that no shipped answer proves. In core exercises a student can meet each at a visible check. */
function reachableRule({ exercise }: ExerciseOnDisk, wrong: readonly AnswerOnDisk[]): Found[] {
  // What is said to each wrong choice is proved with the bank of questions.
  if (exercise.kind === 'quiz') return [];
  const visible = new Set(exercise.checks.filter((check) => check.visible).map(({ id }) => id));
  return exercise.misconceptions.flatMap(({ id }) => {
    const proving = wrong.filter(({ header }) => header?.misconception === id);
    if (proving.length === 0)
      return [
        {
          problem: `no wrong answer has the misconception "${id}"`,
          repair: 'Ship one in wrong-answers/, or drop the misconception.',
        },
      ];
    const isReachable =
      exercise.level !== 'core' || proving.some(({ header }) => header?.caughtBy.some((check) => visible.has(check)));
    return isReachable
      ? []
      : [{ problem: `the misconception "${id}" can't be met at a visible check`, repair: 'Let a visible check catch it.' }];
  });
}

function folded(text: string): string {
  return text.replace(/^\s*[-*>]\s+/gm, '').replace(/[*_`]/g, '').replace(/\s+/g, ' '); // prettier-ignore
}
