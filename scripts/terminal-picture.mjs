// `npm run picture`: grades a small class and draws what the terminal showed as docs/grade.svg.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';

const columns = 100;
const cell = { width: 8.4, height: 18 };
const margin = 20;
const colours = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#76e3ea', 90: '#8b949e' };

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
writeFileSync(join(root, 'docs', 'grade.svg'), drawTerminal(text));
console.log('docs/grade.svg is drawn.');

/** Without what was installed. */
function isPlain(path) {
  return !/node_modules|\.turbo/.test(path);
}

function drawTerminal(ansi) {
  const lines = ansi.split('\n').map((line) => line.slice(0, 400));
  const width = columns * cell.width + 2 * margin;
  const height = lines.length * cell.height + 2 * margin + 20;
  const rows = lines.map(
    (line, row) => `<text x="${margin}" y="${margin + 30 + row * cell.height}" xml:space="preserve">${spans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g fill="#30363d"><circle cx="20" cy="16" r="5"/><circle cx="38" cy="16" r="5"/><circle cx="56" cy="16" r="5"/></g>
<g fill="#e6edf3">
${rows.join('\n')}
</g>
</svg>
`;
}

/** One line with its colours as tspans; only the few SGR codes that our commands print are known. */
function spans(line) {
  let fill = null;
  let bold = false;
  let drawn = '';
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      if (part !== '')
        drawn += `<tspan${fill ? ` fill="${fill}"` : ''}${bold ? ' font-weight="bold"' : ''}>${escapeXml(part)}</tspan>`;
    } else if (code === '39' || code === '0') fill = null;
    else if (code === '1') bold = true;
    else if (code === '22') ((bold = false), (fill = null));
    else if (code === '2') fill = colours[90];
    else fill = colours[code] ?? fill;
  }
  return drawn;
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
