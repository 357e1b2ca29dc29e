// The file can't be read as TypeScript.

import { type Case, type Diagnosis, symptomOf } from './diagnosis';
import { ownPath, placeIn } from './own-path';
import { said } from './quoted';

export function syntaxError(of: Case): Diagnosis | null {
  const { detail } = symptomOf(of, 'did-not-start') ?? { detail: '' };
  // As the compiler draws it: a cross, its message, and a frame that begins with the place.
  const [, message, path, line] =
    /^\s*(?:\S+:\d+: )?[x\u00d7] ([^\n]+)\n\s*[,\u256d][-\u2500]+\[([^\]\n:]+):(\d+):\d+\]/.exec(detail) ?? [];
  if (message === undefined || path === undefined) return null;
  return {
    id: 'syntax-error',
    what: `${said(ownPath(path), 80)} can't be read as TypeScript: ${said(message, 120)}.`,
    where: placeIn(of, path, Number(line)),
    repair: `Look at line ${Number(line)} and at the one before it: often a bracket, a quotation mark or a comma is missing, or one too many. Your editor underlines the place.`,
  };
}
