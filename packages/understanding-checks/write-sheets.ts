// Writes what follows from the questions and keys: each sheet's exercise folder and its solution, and the foot of each page of text.
// `npm run sheets` in this folder.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Question } from '@cookie-lessons/question-bank';

import { sheetFiles } from './sheet-files';
import { sheets } from './sheets';
import { withFoot } from './with-foot';

const root = join(__dirname, '..', '..');

async function main(): Promise<void> {
  for (const [name, sheet] of Object.entries(sheets))
    for (const [path, text] of await sheetFiles(name, sheet)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  const practice = Object.values(sheets).flatMap(({ graded, questions }) => (graded ? [] : questions));
  for (const [path, question] of firstOfEachPage(practice)) writeFileSync(path, withFoot(readFileSync(path, 'utf8'), question));
}

function firstOfEachPage(questions: readonly Question[]): ReadonlyMap<string, Question> {
  const pages = new Map<string, Question>();
  for (const question of questions) {
    const [lesson = '', page = ''] = (question.section.split('#')[0] ?? '').split('/');
    const path = join(root, 'packages', lesson, 'lesson-text', `${page}.md`);
    if (!pages.has(path) && existsSync(path)) pages.set(path, question);
  }
  return pages;
}

void main();
