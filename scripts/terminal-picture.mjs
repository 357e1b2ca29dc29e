// `npm run picture`: grades a small class, walks the first exercise, and draws what the terminal showed: docs/grade.svg, docs/watch.svg.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { drawTerminal } from './terminal/draw-terminal.mjs';
import { hasTmux } from './terminal/open-terminal.mjs';

const columns = 100;

// A class of three: one who has solved it all, one with a mistake that many make, one who hasn't begun.
const shown = 'npm run grade -- class';
const out = mkdtempSync(join(tmpdir(), 'grade-'));
const folder = join(out, 'class');
cpSync(join(root, 'solutions'), join(folder, 'ada'), { recursive: true, filter: isPlain });
cpSync(join(root, 'exercises'), join(folder, 'ben'), { recursive: true, filter: isPlain });
cpSync(join(root, 'exercises'), join(folder, 'zoe'), { recursive: true, filter: isPlain });
copyFileSync(
  join(root, 'packages/plain-cookies/exercises/prefs-cookie/wrong-answers/max-age-in-seconds.ts'),
  join(folder, 'ben/plain-cookies/prefs-cookie/app.ts'),
);
const result = spawnSync(
  process.execPath,
  [join(root, 'scripts', 'course.mjs'), 'grade', folder, '--out', join(out, 'reports')],
  {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', COLUMNS: String(columns) },
  },
);
if (result.status !== 0) throw new Error(`\`${shown}\` ended with ${result.status}:\n${result.stderr}`);

const text = `\u001b[90m$\u001b[39m ${shown}\n\n${result.stdout.replaceAll(`${out}/`, '').trim()}`;
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs', 'grade.svg'), drawTerminal(text, columns));
console.log('docs/grade.svg is drawn.');

// A new student's first mistake, as `npm run check -- --watch` shows it.
if (!hasTmux()) throw new Error('docs/watch.svg needs tmux: sudo apt-get install tmux');
const screens = join(out, 'screens');
const walk = spawnSync(process.execPath, [join(root, 'scripts/terminal/first-exercise.mjs'), screens, '80', '24'], {
  encoding: 'utf8',
});
if (walk.status !== 0) throw new Error(walk.stderr);
writeFileSync(join(root, 'docs', 'watch.svg'), drawTerminal(readFileSync(join(screens, '5-mistake.ansi'), 'utf8').trimEnd(), 80));
console.log('docs/watch.svg is drawn.');

/** Without what was installed. */
function isPlain(path) {
  return !/node_modules|\.turbo/.test(path);
}
