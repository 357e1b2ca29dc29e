// A submission as the peer has it on disk.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Exercise } from '@cookie-lessons/lesson-contract';

/** @param folder the exercise's, in the submission. A file need not be handed in. */
export function handedInTo({ files, harness }: Exercise, folder: string): ReadonlyMap<string, string> {
  const below = harness === undefined ? folder : join(folder, 'starter');
  const there = files.filter((path) => existsSync(join(below, path)));
  return new Map(there.map((path) => [path, readFileSync(join(below, path), 'utf8')]));
}

/** Whose papers were drawn for it. @param submission its folder. */
export function studentIdOf(submission: string): string {
  return (JSON.parse(readFileSync(join(submission, 'student.json'), 'utf8')) as { id: string }).id;
}
