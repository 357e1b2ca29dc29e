// What a Node that is too old gets to read, from the launcher behind every command. A preloaded line fakes the version.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'node-version-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['18.20.4', '20.18.3', '16.0.0'])('Node %s is told which one is needed, and where to get it', async (version) => {
  const { said, code } = await startWith(version);
  expect(said).toBe(
    `This is Node ${version}; the course needs Node 20.19 or later. Install it from https://nodejs.org and run the same command again.\n`,
  );
  expect(code).toBe(2);
});

test.each(['20.19.0', '22.0.0', '100.1.0'])('Node %s will do', async (version) => {
  const { said, code } = await startWith(version);
  expect(said).toContain('Check what you wrote in exercises/');
  expect(code).toBe(0);
});

/** The help of a command: it gets no further than the version where that is too old, and changes nothing. */
function startWith(version: string): Promise<{ said: string; code: number }> {
  const fake = join(folder, `${version}.cjs`);
  writeFileSync(fake, `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`);
  const launcher = join(root, 'scripts', 'course.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, ['--require', fake, launcher, 'check', '--help'], { cwd: root }, (error, stdout, stderr) =>
      resolve({ said: stderr + stdout, code: Number(error?.code ?? 0) }),
    );
  });
}
