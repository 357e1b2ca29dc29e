// A copy of the course to work in, as a new student has it: every file that git would give, and the packages that are installed here.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';

/** @returns its folder, and what removes it. */
export function copyCourse() {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  const files = filesOfCourse();
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

/** Where the course was unpacked from an archive, git knows nothing of it. */
function filesOfCourse() {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  const paths =
    listed.status === 0
      ? listed.stdout.split('\0')
      : readdirSync(root, { recursive: true }).filter(
          (path) => !/(?:^|\/)(?:node_modules|\.turbo|\.git|\.kept)(?:\/|$)/.test(path),
        );
  return paths.filter((path) => path !== '' && existsSync(join(root, path)) && statSync(join(root, path)).isFile());
}
