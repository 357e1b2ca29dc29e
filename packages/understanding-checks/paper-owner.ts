// Whose paper a sheet is, in this course.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PaperOwner } from '@cookie-lessons/question-bank';

/** Two courses draw different papers for the same student. */
export function paperOwner(sheet: string, studentId: string, attempt: number): PaperOwner {
  return { course: courseTitle(), studentId, sheet, attempt };
}

function courseTitle(): string {
  const manifest = join(__dirname, '..', '..', 'course.json');
  if (!existsSync(manifest)) return 'Cookie Security Lessons';
  return String((JSON.parse(readFileSync(manifest, 'utf8')) as { title?: unknown }).title);
}
