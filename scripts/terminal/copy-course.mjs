// A copy of the course to work in, as a new student has it: every file that git would give, and the packages that are installed here.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';

/** @returns its folder, and what removes it. */
export function copyCourse() {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
  const files = listed.stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  const packages = new Set(['.', ...files.filter((path) => path.endsWith('package.json')).map((path) => dirname(path))]);
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  for (const path of packages) {
    const installed = join(root, path, 'node_modules');
    if (existsSync(installed)) symlinkSync(installed, join(folder, path, 'node_modules'));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
