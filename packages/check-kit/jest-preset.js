// Jest for lessons and for exercises/: TypeScript through swc, one probed sandbox, sentences instead of stacks.
const { join } = require('node:path');

module.exports = {
  testEnvironment: 'node',
  // No test is about time: on a busy machine everything takes long.
  testTimeout: 120_000,
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  globalSetup: join(__dirname, 'src/preset/global-setup.ts'),
  setupFilesAfterEnv: [join(__dirname, 'src/preset/set-up-run.ts')],
  reporters: [join(__dirname, 'reporter.js')],
};
