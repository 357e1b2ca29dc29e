// Node starts this; everything else is TypeScript.
require('../../src/run-checks/register-typescript.cjs');
require('./main.ts');
