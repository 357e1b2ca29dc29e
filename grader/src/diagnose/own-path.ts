// Places in a student's files, as the program in its box names them.

import type { Case, Place } from './diagnosis';

/** Where an exercise puts our own code around the student's, their files lie in starter/ beside it. */
export function ownPath(path: string): string {
  return path.replace(/^starter\//, '');
}

/** @returns null for a place that isn't in a file of the student's: what a program says of itself is not believed. */
export function placeIn({ files }: Case, path: string, line: number): Place | null {
  const own = ownPath(path);
  const lines = files.get(own)?.split('\n').length ?? 0;
  return line >= 1 && line <= lines ? { path: own, line } : null;
}
