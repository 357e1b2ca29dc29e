// Two versions of a file were merged, and what the tool wrote between them is still there.

import type { Case, Diagnosis } from './diagnosis';

export function conflictMarkers({ files }: Case): Diagnosis | null {
  for (const [path, source] of files) {
    const lines = source.split('\n');
    const line = lines.findIndex((text) => /^<{7}( |\r?$)/.test(text));
    const end = lines.findIndex((text, index) => index > line && /^>{7}( |\r?$)/.test(text));
    const isConflict = line >= 0 && end > line && lines.slice(line, end).some((text) => /^={7}\r?$/.test(text));
    if (isConflict)
      return {
        id: 'conflict-markers',
        what: `${path} still holds the marks of a merge conflict: <<<<<<<, ======= and >>>>>>>.`,
        where: { path, line: line + 1 },
        repair: 'Keep one of the two versions that stand between them, and delete the three lines with the marks.',
      };
  }
  return null;
}
