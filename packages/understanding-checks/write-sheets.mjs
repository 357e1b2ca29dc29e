// Starts write-sheets.ts.

import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
require('ts-node').register({
  swc: true,
  cwd: join(import.meta.dirname, '..', '..'),
  project: join(import.meta.dirname, '..', '..', 'tsconfig.base.json'),
  compilerOptions: { target: 'es2022' },
  ignore: ['/node_modules/'],
});
require('./write-sheets.ts');
