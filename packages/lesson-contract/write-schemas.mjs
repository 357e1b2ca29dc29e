// `npm run schemas` in this package: writes schemas/ anew.

import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
require('ts-node').register({
  swc: true,
  project: join(import.meta.dirname, 'tsconfig.json'),
  compilerOptions: { target: 'es2022' },
  ignore: ['/node_modules/'],
});
const { jsonSchemas } = require('./src/json-schemas.ts');
for (const [name, text] of jsonSchemas()) writeFileSync(join(import.meta.dirname, 'schemas', name), text);
