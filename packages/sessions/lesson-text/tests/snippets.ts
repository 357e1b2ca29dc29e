// The code blocks of lesson texts. One to be run says so, and has a name: ```ts run <name> or ```python run <name>.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { transformSync } from '@swc/core';

export interface Snippet {
  readonly page: string;
  readonly language: string;
  /** What stands behind `run`; '' for a block that isn't marked. */
  readonly name: string;
  readonly marked: boolean;
  readonly code: string;
}

/** Pages of a folder, by name without `.md`. */
export function readPages(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')]),
  );
}

export function snippetsOf(pages: ReadonlyMap<string, string>): readonly Snippet[] {
  return [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/^```([a-z]+)( run)?(?: ([a-z0-9-]+))?\n(.*?)^```$/gms)].map(
      ([, language = '', run, name = '', code = '']) => ({ page, language, name, marked: run !== undefined, code }),
    ),
  );
}

/** Compiles and loads a TypeScript snippet as a module of its own. `require` is that of `from`. */
export function loadSnippet(code: string, from: string): Record<string, unknown> {
  const compiled = transformSync(code, {
    filename: 'snippet.ts',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const module = { exports: {} as Record<string, unknown> };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text; in the test's realm, whose clock and environment are set
  const run = new Function('module', 'exports', 'require', compiled.code) as (
    m: typeof module,
    e: object,
    r: NodeJS.Require,
  ) => void;
  run(module, module.exports, createRequire(from));
  return module.exports;
}
