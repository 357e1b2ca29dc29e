// A box that runs as another user must be able to read its host and its Node.

import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** True when every folder on the way may be entered by anybody and the file itself be read. */
export function readableByOthers(path: string): boolean {
  if ((statSync(path).mode & 0o004) === 0) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
