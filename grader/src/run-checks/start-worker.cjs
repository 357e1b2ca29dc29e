// Node starts this; everything else is TypeScript.
require('../../register-typescript.cjs');
require('./worker.ts');
