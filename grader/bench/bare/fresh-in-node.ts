// Node's own require: what lies in some folders is compiled once and evaluated at every load, all else is loaded once.

import { readFileSync } from 'node:fs';
import Module from 'node:module';

import { transformSync } from '@swc/core';

import type { RequireFresh } from '../peer/in-process-box';

type Extension = (module: { _compile(code: string, path: string): void }, path: string) => void;

/** @param folders whose files are a submission's, or a lab's. */
export function freshInNode(folders: readonly string[]): RequireFresh {
  const isTheirs = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
  const compiled = new Map<string, string>();
  const { _extensions: extensions } = Module as unknown as { readonly _extensions: Record<string, Extension> };
  const others = extensions['.ts'] as Extension;
  extensions['.ts'] = (module, path) => {
    if (!isTheirs(path)) return others(module, path);
    const code = compiled.get(path) ?? compile(path);
    compiled.set(path, code);
    module._compile(code, path);
  };
  return (path) => {
    for (const known of Object.keys(require.cache)) if (isTheirs(known)) delete require.cache[known];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which file is known only when a check asks for it
    return require(path) as unknown;
  };
}

function compile(path: string): string {
  return transformSync(readFileSync(path, 'utf8'), {
    filename: path,
    swcrc: false,
    configFile: false,
    module: { type: 'commonjs', ignoreDynamic: true },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  }).code;
}
