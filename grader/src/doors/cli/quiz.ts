// `npm run quiz`: asks the questions of a sheet in the terminal, goes on where it stopped, and explains where that is allowed.

import { createInterface } from 'node:readline';

import { exitCodes, nearest } from '@cookie-lessons/lesson-contract';
import { drawPaper } from '@cookie-lessons/question-bank';
import { Command } from 'commander';

import { type Course, loadCourse } from '../../course/load-course';
import { answersPath, keepAnswers, readAnswersOf } from './quiz/answers-file';
import { askPaper } from './quiz/ask-paper';
import { type FoundQuiz, loadQuiz, type QuizSheet } from '../../course/load-quiz';
import { repositoryRoot } from './repository';
import { say, terminalColumns } from './say';
import { UsageError } from './usage-error';
import { studentOf } from './workspace';

export function quizCommand(exit: (code: number) => void): Command {
  return new Command('quiz')
    .description('Answer the questions of a sheet, one at a time.')
    .argument('[sheet]', 'a sheet, or one question of one; without it you see which there are')
    .option('--again', 'draw a practice sheet anew')
    .action(async (wanted: string | undefined, options: { again?: true }) => {
      const course = loadCourse(repositoryRoot);
      const found = loadQuiz(course);
      if (!found) throw new UsageError('This copy of the course has no questions.');
      if (wanted === undefined) return listSheets(course, found);
      await askSheet(course, found, { ...findSheet(found, wanted), again: options.again === true });
      exit(exitCodes.done);
    });
}

interface Wanted {
  readonly name: string;
  readonly sheet: QuizSheet;
  /** One question alone, or null for all of them. */
  readonly questionId: string | null;
  readonly again: boolean;
}

function listSheets(course: Course, found: FoundQuiz): void {
  for (const [name, { title, questions, graded }] of Object.entries(found.quiz.sheets)) {
    const { answers } = readAnswersOf(course, found, name);
    const answered = questions.filter(({ id }) => answers[id] !== undefined).length;
    say(`${`${answered}/${questions.length}`.padStart(6)}  ${name.padEnd(30)} ${title}${graded ? ' (counts)' : ''}`);
  }
  say('\nnpm run quiz -- <sheet> asks.');
}

function findSheet({ quiz }: FoundQuiz, wanted: string): Omit<Wanted, 'again'> {
  const asked = wanted.replace(/^.*\//, '');
  const sheets = Object.entries(quiz.sheets);
  for (const [name, sheet] of sheets) {
    if (name === asked) return { name, sheet, questionId: null };
    if (sheet.questions.some(({ id }) => id === asked)) return { name, sheet, questionId: asked };
  }
  const known = sheets.flatMap(([name, { questions }]) => [name, ...questions.map(({ id }) => id)]);
  const near = nearest(asked, known);
  throw new UsageError(
    `There is no sheet or question "${wanted}". ${near === null ? `The sheets: ${sheets.map(([name]) => name).join(', ')}.` : `Did you mean "${near}"?`}`,
  );
}

async function askSheet(course: Course, found: FoundQuiz, { name, sheet, questionId, again }: Wanted): Promise<void> {
  if (again && sheet.graded) throw new UsageError(`${name} counts, so it is drawn once.`);
  const student = studentOf(course);
  const before = readAnswersOf(course, found, name);
  const isAnothers = before.student !== '' && before.student !== student.id;
  const attempt = again ? before.attempt + 1 : before.attempt;
  const paper = drawPaper(found.quiz.paperOwner(name, student.id, attempt), sheet.questions);
  const asked = questionId === null ? paper : paper.filter(({ question }) => question.id === questionId);
  const kept = again || isAnothers ? {} : before.answers;
  const startWith = questionId === null ? kept : { ...kept, [questionId]: undefined };
  const path = answersPath(found, name);
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  try {
    const { answered, stopped } = await askPaper({
      paper: asked,
      keys: sheet.graded ? null : found.quiz.loadKeys(name),
      answers: startWith,
      keep: (answers) => keepAnswers(course, path, { student: student.id, attempt, answers }),
      nextLine: async () => {
        process.stdout.write('> ');
        const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
        return done === true ? null : value;
      },
      say,
      columns: Math.min(terminalColumns(), 100),
    });
    say(whatNext({ name, sheet, lessonId: found.lessonId, answered, asked: asked.length, stopped, path }));
  } finally {
    input.close();
  }
}

function whatNext(end: {
  name: string;
  sheet: QuizSheet;
  lessonId: string;
  answered: number;
  asked: number;
  stopped: boolean;
  path: string;
}): string {
  const { name, sheet, lessonId, answered, asked, stopped, path } = end;
  if (stopped || answered < asked) return `${answered} of ${asked} answered, in ${path}. npm run quiz -- ${name} goes on.`;
  if (sheet.graded) return `All ${asked} answered, in ${path}. Hand them in; what was right is told when the sheet is closed.`;
  return `All ${asked} answered, in ${path}. npm run check -- ${lessonId}/${name} says what you earn; npm run quiz -- ${name} --again draws it anew.`;
}
