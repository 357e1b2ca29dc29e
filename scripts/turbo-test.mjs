// `npm test`: turbo runs the tests of every package. turbo asks for a pnpm on PATH; the one among our devDependencies serves.

import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';

export function runTurboTest(args) {
  const bin = join(root, 'node_modules', '.bin');
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const result = spawnSync(process.execPath, [turbo, 'run', 'test', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, TURBO_TELEMETRY_DISABLED: '1' },
  });
  return result.status ?? 1;
}
