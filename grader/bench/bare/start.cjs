// Node starts this; everything else is TypeScript.
require('../../register-typescript.cjs');
require('./main.ts');
