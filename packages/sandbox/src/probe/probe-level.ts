// Does a level hold what it promises, here and now?

import type { Level } from '../box';
import { askCanary } from './ask-canary';
import { whatToDo } from './what-to-do';

export type Finding =
  | { readonly level: Level; readonly holds: true }
  | { readonly level: Level; readonly holds: false; readonly cause: string; readonly whatToDo: string };

/** Level `process` promises nothing but a process of its own, so there the canary is only asked to answer. */
export async function probeLevel(level: Level): Promise<Finding> {
  try {
    const broken = await askCanary(level);
    if (broken.length === 0 || level === 'process') return { level, holds: true };
    return refused(level, `a program inside was tried out, and ${broken.join('; ')}`);
  } catch (error) {
    return refused(level, error instanceof Error ? error.message : String(error));
  }
}

function refused(level: Level, cause: string): Finding {
  return { level, holds: false, cause, whatToDo: whatToDo(level, cause) };
}
