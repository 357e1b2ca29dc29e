// TypeScript to CommonJS, in the box: the compiler reads text that nobody trusts.

import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';

import { parseJson, stringifyJson } from './primordials';

interface SwcAddon {
  transformSync(source: string, isModule: boolean, options: Buffer): { code: string; map?: string };
}

let addon: SwcAddon | null = null;
const maps = new Map<string, string>();

/** @throws Error with the compiler's first lines, which quote the program itself and nothing else. */
export function compile(path: string, source: string): string {
  addon ??= loadAddon();
  const options = {
    filename: path,
    swcrc: false,
    configFile: false,
    inputSourceMap: false,
    sourceMaps: true,
    isModule: true,
    module: { type: 'commonjs', ignoreDynamic: true },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: false } },
  };
  const { code, map } = addon.transformSync(source, false, Buffer.from(stringifyJson(options)));
  if (map !== undefined) maps.set(path, map);
  return code;
}

/** @returns the line the person wrote, 1-based, for a place in the compiled code. */
export function writtenLine(path: string, line: number, column: number): number {
  const map = maps.get(path);
  if (map === undefined) return line;
  const entry = new SourceMap(parseJson(map) as SourceMapPayload).findEntry(line - 1, column - 1);
  return 'originalLine' in entry ? entry.originalLine + 1 : line;
}

/** The decoded addon lies beside the host: unpacking it in the box would need a writable cache of 31 MB. */
function loadAddon(): SwcAddon {
  const module = { exports: {} };
  process.dlopen(module, join(__dirname, 'swc.node'));
  return module.exports as SwcAddon;
}

/** The compiler's message without its native stack. */
export function compilerMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n\nCaused by:')[0] ?? '').replace(/\u001b\[[0-9;]*m/g, '').trim();
}
