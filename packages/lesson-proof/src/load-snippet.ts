// A TypeScript block of the text, as a module.

import { createRequire } from 'node:module';

import { transformSync } from '@swc/core';

/** Compiles and loads it anew. @param from the file whose `require` it gets. */
export function loadSnippet<Exports = Record<string, unknown>>(code: string, from: string): Exports {
  const compiled = transformSync(code, {
    filename: 'snippet.ts',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text; in the test's realm, whose clock and environment are set
  const run = new Function('module', 'exports', 'require', compiled.code) as (
    m: typeof module,
    e: object,
    r: NodeJS.Require,
  ) => void;
  run(module, module.exports, createRequire(from));
  return module.exports as Exports;
}
