// The one launcher behind every root script. Needs nothing but Node: installs what is missing, then runs the command.

import { createRequire } from 'node:module';
import { runTurboTest } from './turbo-test.mjs';
import { ensureInstalled } from './install.mjs';

const [command = 'start', ...args] = process.argv.slice(2);

await ensureInstalled();
if (command === 'turbo-test') {
  process.exitCode = runTurboTest(args);
} else {
  const require = createRequire(import.meta.url);
  require('../grader/register-typescript.cjs');
  if (command === 'screenshots') {
    const { main } = await import('./screenshots.mjs');
    process.exitCode = await main(args);
  } else {
    const { main } = require(command === 'bench' ? '../grader/bench/main.ts' : '../grader/src/doors/cli/main.ts');
    process.exitCode = await main(command === 'bench' ? args : [command, ...args]);
  }
}
