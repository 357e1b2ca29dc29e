// One thing that a check asked of the program, and what became of it.

import type { ProgramRequest, ProgramResponse } from '@cookie-lessons/sandbox';

export type Asked =
  | { readonly by: 'request'; readonly request: ProgramRequest }
  | { readonly by: 'call'; readonly name: string; readonly args: readonly unknown[] };

export type Became =
  | { readonly kind: 'response'; readonly response: ProgramResponse }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: unknown };

export interface Seen {
  readonly asked: Asked;
  /** null while it is under way. */
  became: Became | null;
}
