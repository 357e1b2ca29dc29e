// The keys of a sheet, where this copy has them: a hand-out of a graded sheet goes without.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Key } from '@cookie-lessons/question-bank';

type KeysBySheet = Readonly<Record<string, readonly Key[]>>;

/** @returns by the question's id; null where the keys aren't here. @throws Error for a question without a key, or a key without a question. */
export function loadKeys(sheet: string): ReadonlyMap<string, Key> | null {
  const file = join(__dirname, 'keys', `${sheet}.ts`);
  if (!existsSync(file)) return null;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- whether the file is there is known only now
  const keys = (require(file) as { keys: KeysBySheet[string] }).keys;
  return new Map(keys.map((key) => [key.question.id, key]));
}
