// The files of a sheet's exercise, as they follow from its questions and keys. A test compares them with what is there.

import { asWritten, drawPaper, gradeAnswer, type Key, type Question } from '@cookie-lessons/question-bank';

import { loadKeys } from './load-keys';
import { paperOwner } from './paper-owner';
import type { Sheet } from './sheet';

/** The student whose paper solutions/ answers. */
const solver = 'solution';
const demand = 'Answer every question of your paper.';
const lesson = 'understanding-checks';

/** @returns text by path below the course's root. @throws Error where a key is missing, or its own answer isn't right. */
export async function sheetFiles(name: string, sheet: Sheet): Promise<ReadonlyMap<string, string>> {
  const keys = loadKeys(name) ?? new Map<string, Key>();
  const folder = `packages/${lesson}/exercises/${name}`;
  const answers = await rightAnswers(name, sheet, keys);
  const files = new Map<string, string>();
  const put = (path: string, data: unknown): void => void files.set(path, `${JSON.stringify(data, null, 2)}\n`);
  put(`${folder}/exercise.json`, manifest(sheet, keys));
  put(`${folder}/starter/answers.json`, { student: '', attempt: 1, answers: {} });
  put(`solutions/${lesson}/${name}/answers.json`, { student: solver, attempt: 1, answers });
  put(`${folder}/right-answers/in-capitals.json`, { student: '', attempt: 1, answers: shouted(answers) });
  for (const [file, data] of await wrongAnswers(name, sheet, keys, answers)) put(`${folder}/wrong-answers/${file}.json`, data);
  files.set(`${folder}/task.md`, task(name, sheet));
  files.set(`${folder}/${sheet.graded ? 'hidden' : 'visible'}.test.ts`, checkFile(name, sheet));
  return files;
}

function manifest(sheet: Sheet, keys: ReadonlyMap<string, Key>): object {
  const { title, summary, minutes, graded, questions } = sheet;
  const checks = questions.map((question) => ({
    id: question.id,
    sentence: `"${question.title}" is answered right.`,
    points: 2,
    visible: !graded,
    hint: `The text has it: ${question.section}.`,
    section: question.section,
    demands: demand,
  }));
  return {
    $schema: '../../../lesson-contract/schemas/exercise.schema.json',
    ...{ title, summary, kind: 'quiz', level: 'core', minutes, exposes: ['answers'], files: ['answers.json'] },
    ...{ entry: 'answers.json', modules: [], ...(graded ? { graded, closed: false } : {}), checks },
    misconceptions: [
      ...commonMisconceptions(sheet),
      ...(graded ? [] : questions.flatMap((question) => beliefsOf(question, keys))),
    ],
  };
}

function commonMisconceptions({ graded, questions }: Sheet): object[] {
  const section = questions[0]?.section;
  const notRight = {
    id: 'not-right',
    message: 'That is not right, or not all of it. Why is told when the sheet is closed.',
    section,
  };
  return [
    { id: 'not-answered', message: 'This question has no answer yet, or one that can not be read as one.', section },
    {
      id: 'not-your-paper',
      message: "Another student's paper was answered, or another draw of your own. Answer the one drawn for you.",
      section,
    },
    ...(graded ? [notRight] : []),
  ];
}

/** What a wrong choice says about its author. Usual mistakes with a number or a text are drawn with it, so one draw names them. */
function beliefsOf(question: Question, keys: ReadonlyMap<string, Key>): object[] {
  const key = keys.get(question.id);
  const told = Object.entries(key?.beliefs ?? {});
  return told.map(([name, message]) => ({ id: `${question.id}-${name}`, message, section: question.section }));
}

async function rightAnswers(name: string, sheet: Sheet, keys: ReadonlyMap<string, Key>): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const paper of drawPaper(paperOwner(name, solver, 1), sheet.questions)) {
    const key = keys.get(paper.question.id);
    if (!key) throw new Error(`${paper.question.id} has no key.`);
    const answer = asWritten(paper, await key.answer(paper.values));
    if (!(await gradeAnswer(paper, key, answer)).right) throw new Error(`${paper.question.id}: its own answer is not right.`);
    answers[paper.question.id] = answer;
  }
  return answers;
}

function shouted(answers: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify(answers), (_key, value: unknown) =>
    typeof value === 'string' ? ` ${value.toUpperCase()} ` : value,
  );
}

const wrongAnswersPerSheet = 5;

/** For the first questions that have a choice with a belief: all right but that one. */
async function wrongAnswers(
  name: string,
  sheet: Sheet,
  keys: ReadonlyMap<string, Key>,
  answers: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, object>> {
  const files = new Map<string, object>();
  for (const paper of drawPaper(paperOwner(name, solver, 1), sheet.questions)) {
    const { id, kind } = paper.question;
    const key = keys.get(id);
    if (!key || kind === 'order' || paper.choices.length === 0) continue;
    const [belief = ''] = Object.keys(key.beliefs ?? {}).filter(
      (choice) => !([] as unknown[]).concat(answers[id]).includes(asWritten(paper, choice)),
    );
    if (belief === '' || files.size >= wrongAnswersPerSheet) continue;
    const letter = asWritten(paper, belief);
    files.set(`${id}-${belief}`, {
      '// Caught by': id,
      '// Misconception': sheet.graded ? 'not-right' : `${id}-${belief}`,
      '// Why': key.beliefs?.[belief]?.replaceAll('"', "'").slice(0, 200),
      ...{ student: solver, attempt: 1, answers: { ...answers, [id]: kind === 'multiple' ? [letter] : letter } },
    });
  }
  files.set('of-somebody-else', {
    '// Caught by': sheet.questions.map(({ id }) => id).join(', '),
    '// Misconception': 'not-your-paper',
    '// Why': "A neighbour's file was handed in as it is.",
    ...{ student: 'neighbour', attempt: 1, answers },
  });
  return files;
}

function task(name: string, { title, summary, graded, questions }: Sheet): string {
  const kind = graded
    ? 'This sheet **counts**. It is drawn once, for your id; what was right and why is told when it is closed.'
    : 'This sheet is **practice**. Each answer is explained at once, and you can draw the sheet again as often as you like.';
  return `# ${title}

${summary} ${questions.length} questions.

${demand} ${kind}

\`\`\`
npm run quiz -- ${name}
\`\`\`

asks them one at a time and writes your answers into \`exercises/${lesson}/${name}/answers.json\`. Stop whenever you like; it goes on where you stopped. The file is plain text, and you may edit it by hand: a letter (\`"b"\`), a list of letters (\`["a", "c"]\`; in order, where an order is asked for), a number, or a text.

Your paper is drawn for the id in \`exercises/student.json\`: names, amounts, keys and the order of the choices are yours, what is asked is the same for everybody. Where several choices are right, each right tick earns its share and each wrong one costs as much; ticking all of them earns nothing.

When you have answered, \`npm run check -- ${lesson}/${name}\` says what you earn${graded ? ' once the sheet is closed' : ''}.
`;
}

function checkFile(name: string, { graded }: Sheet): string {
  return `import { checkSheet } from '../../check-sheet';

checkSheet('${name}'${graded ? ', { graded: true }' : ''});
`;
}
