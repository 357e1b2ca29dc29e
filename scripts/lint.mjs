// `pnpm lint`: everything about the code that is not a test. Runs all of it, then says what failed.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root } from './root.mjs';

await ensureInstalled();

const packages = ['grader', 'exercises', 'solutions', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
const typed = packages.filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));

/** What is looked at, how, and how it is mended. */
const steps = [
  ['formatting', ['prettier', 'bin/prettier.cjs'], ['--check', '--log-level', 'warn', '.'], 'npm run format'],
  ['lint', ['eslint', 'bin/eslint.js'], ['--max-warnings', '0', '.'], 'mend the lines named above'],
  ...typed.map((folder) => [
    `types of ${folder}`,
    ['typescript', 'bin/tsc'],
    ['--noEmit', '-p', folder],
    'mend the lines named above',
  ]),
  [
    'import arrows',
    ['dependency-cruiser', 'bin/dependency-cruise.mjs'],
    ['--config', '.dependency-cruiser.cjs', ...packages],
    'see ARCHITECTURE.md, "Who may import whom"',
  ],
  ['dead code', ['knip', 'bin/knip.js'], ['--no-progress'], 'delete what nothing uses'],
];

const failed = [];
for (const [name, [dependency, bin], args, mend] of steps)
  run(name, [join(root, 'node_modules', dependency, bin), ...args], mend);
run(
  'exercises/ equals the starters',
  [join(root, 'scripts', 'course.mjs'), 'sync:exercises', '--check'],
  'npm run sync:exercises',
);

if (failed.length > 0) {
  console.error(`\n${failed.length} of ${steps.length + 1} failed:`);
  for (const { name, mend } of failed) console.error(`  ✗ ${name}: ${mend}`);
  process.exitCode = 1;
}

function run(name, args, mend) {
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const ok = result.status === 0;
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (ok) return;
  console.log([result.stdout, result.stderr].join('').trim());
  failed.push({ name, mend });
}
