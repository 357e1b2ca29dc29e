// From here on this process can require TypeScript.
const { join } = require('node:path');
const root = join(__dirname, '..');
require('ts-node').register({
  swc: true,
  cwd: root,
  project: join(root, 'tsconfig.base.json'),
  compilerOptions: { target: 'es2022' },
  ignore: ['/node_modules/'],
});
