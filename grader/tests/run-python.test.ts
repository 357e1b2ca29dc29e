// Programs in Python for the site: what they print comes back whole; what fails, or isn't there, is null.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { runPython } from '../src/doors/cli/site/run-python';

const folder = mkdtempSync(join(tmpdir(), 'run-python-'));
const script = join(folder, 'script.py');
afterAll(() => rmSync(folder, { recursive: true }));

const hasPython = spawnSync('python3', ['--version']).status === 0;

(hasPython ? describe : describe.skip)('with a Python', () => {
  it('gives back all that was printed', async () => {
    writeFileSync(script, 'import sys\nprint(sys.argv[1] * 20000)\n');
    expect(await runPython(script, 'a "b"\n')).toBe(`${'a "b"\n'.repeat(20000)}\n`);
  });
  it('gives nothing for a program that fails', async () => {
    writeFileSync(script, 'print("half")\nraise SystemExit(3)\n');
    expect(await runPython(script, '')).toBeNull();
  });
});

it('gives nothing where there is no Python', async () => {
  const before = process.env.FLASK_PYTHON;
  process.env.FLASK_PYTHON = join(folder, 'no-python');
  try {
    expect(await runPython(script, '')).toBeNull();
  } finally {
    if (before === undefined) delete process.env.FLASK_PYTHON;
    else process.env.FLASK_PYTHON = before;
  }
});
