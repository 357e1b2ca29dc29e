// The files of a new exercise: complete and proved, so that an author changes something that works.

const greeting = 'Hello';

/** @param page a page of the lesson's text, to link to. @returns path in the repository -> text. */
export function scaffold(lesson: string, name: string, page: string): Map<string, string> {
  const folder = `packages/${lesson}/exercises/${name}`;
  const task = `# ${name}\n\nSay what the student is to do. This one: let the page at \`/\` greet its visitor.\n\n- The page at / says ${greeting}.\n`;
  const starter = app("'…'", `  // TODO: greet the visitor.\n`);
  return new Map([
    [`${folder}/exercise.json`, manifest(name, page)],
    [`${folder}/task.md`, task],
    [`${folder}/starter/app.ts`, starter],
    [`${folder}/visible.test.ts`, visibleTest(lesson, name)],
    [
      `${folder}/wrong-answers/lower-case.ts`,
      wrong('lower-case', "'hello'", 'Small and capital letters look the same to a hurried eye.'),
    ],
    [
      `${folder}/wrong-answers/another-page.ts`,
      wrong('another-page', `'${greeting}'`, 'The address was misread.').replace("app.get('/'", "app.get('/hello'"),
    ],
    [`${folder}/wrong-answers/another-word.ts`, wrong('another-word', "'Good day'", 'It is a greeting, too.')],
    [`${folder}/right-answers/json.ts`, app(`{ says: '${greeting}' }`).replace('res.send(', 'res.json(')],
    [`${folder}/right-answers/longer.ts`, app(`'<h1>${greeting}, visitor</h1>'`)],
    [`solutions/${lesson}/${name}/app.ts`, app(`'${greeting}'`)],
    [`exercises/${lesson}/${name}/task.md`, task],
    [`exercises/${lesson}/${name}/app.ts`, starter],
  ]);
}

function app(says: string, todo = ''): string {
  return `import express from 'express';\n\nconst app = express();\n\napp.get('/', (_req, res) => {\n${todo}  res.send(${says});\n});\n\nexport default app;\n`;
}

function wrong(misconception: string, says: string, why: string): string {
  return `// Caught by: greets\n// Misconception: ${misconception}\n// ${why}\n${app(says)}`;
}

function manifest(name: string, page: string): string {
  const misconceptions = {
    'lower-case': 'You wrote the greeting in small letters; it begins with a capital.',
    'another-page': 'You greet on another page; the task asks for the page at /.',
    'another-word': `You greet with other words; the task asks for ${greeting}.`,
  };
  const data = {
    $schema: '../../../lesson-contract/schemas/exercise.schema.json',
    title: name,
    summary: 'One line for the list of exercises.',
    kind: 'build',
    level: 'stretch',
    minutes: 5,
    exposes: ['app'],
    files: ['app.ts'],
    entry: 'app.ts',
    modules: ['express'],
    checks: [
      {
        id: 'greets',
        sentence: 'The page greets its visitor.',
        points: 1,
        visible: true,
        hint: 'What does res.send send?',
        section: page,
        demands: `The page at / says ${greeting}.`,
      },
    ],
    misconceptions: Object.entries(misconceptions).map(([id, message]) => ({ id, message, section: page })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function visibleTest(lesson: string, name: string): string {
  return `import { checksFor } from '@cookie-lessons/check-kit';
import { expect } from '@jest/globals';

const { check } = checksFor('${lesson}/${name}');

check('greets', async ({ app, explain }) => {
  const page = await app.get('/');
  explain('another-page', () => page.status === 404);
  explain('lower-case', () => page.text.includes('${greeting.toLowerCase()}'));
  explain('another-word', () => page.text !== '');
  expect(page).toShowText('${greeting}');
});
`;
}
