// Checks run by jest-circus in a worker and by plain Jest must agree: same tests, same outcomes.

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..');
const file = join(__dirname, 'fixtures', 'parity.jest.ts');

interface Seen {
  readonly [name: string]: string;
}

test('the same file gives the same outcomes in plain Jest and under the driver', () => {
  const inJest = underJest();
  expect(Object.keys(inJest).length).toBeGreaterThanOrEqual(18);
  expect(new Set(Object.values(inJest))).toEqual(new Set(['passed', 'failed', 'skipped']));
  expect(underDriver()).toEqual(inJest);
});

function underJest(): Seen {
  const config = {
    rootDir: __dirname,
    testMatch: ['**/parity.jest.ts'],
    transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  };
  const jest = join(root, 'grader', 'node_modules', 'jest', 'bin', 'jest.js');
  const { stdout } = spawnSync(process.execPath, [jest, '--json', '--ci', '-i', '--config', JSON.stringify(config)], {
    cwd: __dirname,
    encoding: 'utf8',
    env: { ...process.env, JEST_WORKER_ID: '' },
  });
  const report = JSON.parse(stdout) as { testResults: { assertionResults: { fullName: string; status: string }[] }[] };
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return Object.fromEntries(
    results.map(({ fullName, status }) => [fullName, status === 'pending' || status === 'todo' ? 'skipped' : status]),
  );
}

/** In a process of its own, as in the worker: circus and Jest can't share one. */
function underDriver(): Seen {
  const script = `
    require('ts-node').register({ swc: true, cwd: ${JSON.stringify(root)}, project: ${JSON.stringify(join(root, 'tsconfig.base.json'))}, compilerOptions: { target: 'es2022' }, ignore: ['/node_modules/'] });
    const { installCircus, runTestFile } = require(${JSON.stringify(join(root, 'grader', 'src', 'run-checks', 'circus.ts'))});
    installCircus();
    runTestFile(${JSON.stringify(file)}).then(({ tests }) => console.log(JSON.stringify(Object.fromEntries(tests.map(({ titles, outcome }) => [titles.join(' '), outcome])))));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: join(root, 'grader'), encoding: 'utf8' })) as Seen;
}
