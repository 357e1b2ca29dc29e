// The first minutes in a real terminal, from `npm start` to two solved exercises; scripts/terminal/first-exercise.mjs types and looks.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..', '..');
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
if (!hasTmux && process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1') throw new Error('tmux is missing.');
if (!hasTmux) console.error('No tmux here, so the watch is not seen in a real terminal: sudo apt-get install tmux');

(hasTmux ? test : test.skip).each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])(
  'from npm start to two solved exercises at $columns×$rows, and Ctrl-C leaves nothing behind',
  ({ columns, rows }) => {
    const out = mkdtempSync(join(tmpdir(), 'screens-'));
    try {
      const script = join(root, 'scripts', 'terminal', 'first-exercise.mjs');
      const walked = spawnSync(process.execPath, [script, out, String(columns), String(rows)], { encoding: 'utf8' });
      expect(walked.stderr).toBe('');
      const names = readdirSync(out).filter((name) => name.endsWith('.txt'));
      expect(names).toHaveLength(8);
      for (const name of names) {
        const shown = stable(readFileSync(join(out, name), 'utf8'));
        const path = join(__dirname, 'screens', `terminal-${columns}x${rows}-${name}`);
        if (process.env.RECORD === '1') writeFileSync(path, shown);
        expect(shown).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'a golden screen (record it)');
      }
    } finally {
      rmSync(out, { recursive: true });
    }
  },
  600_000,
);

/** A port may be taken. */
function stable(screen: string): string {
  return screen
    .replace(/course\.localhost:\d+/g, 'course.localhost:PORT')
    .replace(/^Port \d+ is in use.*\n/gm, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
    .concat('\n');
}
