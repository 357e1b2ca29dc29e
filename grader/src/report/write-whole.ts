// Files that are whole or not there: written beside and renamed into place, so that a killed grader leaves no half.

import { renameSync, writeFileSync } from 'node:fs';

export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.part`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}
