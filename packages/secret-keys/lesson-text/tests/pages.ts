// The pages of the text, and the code blocks in them that are marked to be run: ```ts run <name>.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

import { transformSync } from '@swc/core';

export const textFolder = join(__dirname, '..');
/** By name without `.md`. */
export const pages = new Map(
  readdirSync(textFolder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file.replace(/\.md$/, ''), readFileSync(join(textFolder, file), 'utf8')]),
);
export const snippets = [...pages].flatMap(([page, text]) =>
  [...text.matchAll(/^```([a-z]+) run ([a-z-]+)\n(.*?)^```$/gms)].map(([, language = '', name = '', code = '']) => ({
    page,
    language,
    name,
    code,
  })),
);

/** As the site and GitHub make them: `Who signs` is `who-signs`. */
export function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .trim()
      .replace(/ +/g, '-'),
  );
}

/** The code of a block. */
export function snippet(name: string): string {
  const found = snippets.find((each) => each.name === name);
  if (!found) throw new Error(`There is no block named ${name}.`);
  return found.code;
}

/** What a TypeScript block exports. */
export function load<Exports>(name: string): Exports {
  const compiled = transformSync(snippet(name), {
    filename: 'snippet.ts',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const module = { exports: {} };
  const run = compileFunction(compiled.code, ['module', 'exports', 'require', 'process', 'console']) as (
    m: typeof module,
    e: object,
    r: NodeJS.Require,
    p: NodeJS.Process,
    c: Console,
  ) => void;
  run(module, module.exports, createRequire(__filename), process, console);
  return module.exports as Exports;
}
