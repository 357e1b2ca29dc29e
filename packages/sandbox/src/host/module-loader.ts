// A CommonJS world made of the program's own files: what they import is another of them, an allowed package, or a safe node: module.

import { posix } from 'node:path';
import vm from 'node:vm';

import { compile } from './compile';
import { nodeModule } from './node-modules';
import { parseJson } from './primordials';

export interface LoadedModules {
  require(path: string): unknown;
}

export interface LoaderParts {
  readonly files: ReadonlyMap<string, string>;
  /** Packages this program may load, by name. */
  readonly allowed: ReadonlySet<string>;
  /** Packages bundled with the host, each loaded at its first use and then shared. */
  readonly packages: Readonly<Record<string, () => unknown>>;
}

interface ModuleRecord {
  exports: unknown;
}

type ModuleBody = (...args: unknown[]) => void;

/** By path and source: a program that is loaded again runs the same code, which V8 has warmed up by then. */
const moduleBodies = new Map<string, ModuleBody>();

export function createLoader(parts: LoaderParts): LoadedModules {
  const loaded = new Map<string, ModuleRecord>();

  function requireFile(path: string): unknown {
    const known = loaded.get(path);
    if (known) return known.exports;
    const source = parts.files.get(path) ?? '';
    const record: ModuleRecord = { exports: {} };
    loaded.set(path, record);
    if (path.endsWith('.json')) {
      record.exports = parseJson(source) as unknown;
      return record.exports;
    }
    moduleBody(path, source).call(
      record.exports,
      record.exports,
      (name: string) => requireFrom(path, name),
      record,
      `/program/${path}`,
      posix.dirname(`/program/${path}`),
    );
    return record.exports;
  }

  function requireFrom(importer: string, name: string): unknown {
    if (/^\.\.?(\/|$)/.test(name)) {
      const path = resolveFile(posix.join(posix.dirname(importer), name));
      if (path === null)
        throw moduleNotFound(
          `Cannot find '${name}', imported by ${importer}: it is not among the files handed in (${[...parts.files.keys()].join(', ')}).`,
        );
      return requireFile(path);
    }
    return requirePackage(name);
  }

  function resolveFile(path: string): string | null {
    const candidates = [
      path,
      `${path}.ts`,
      `${path}.js`,
      `${path}.json`,
      path.replace(/\.[cm]?js$/, '.ts'),
      `${path}/index.ts`,
      `${path}/index.js`,
    ];
    return candidates.find((candidate) => parts.files.has(candidate)) ?? null;
  }

  function requirePackage(name: string): unknown {
    const ofNode = nodeModule(name);
    if (ofNode !== null) return ofNode;
    const load = parts.packages[name];
    if (load && parts.allowed.has(name)) return load();
    const allowed = [...parts.allowed].join(', ') || 'none';
    throw moduleNotFound(
      `'${name}' can't be loaded here. This exercise may use its own files, the packages ${allowed}, and Node's built-in modules without network and processes.`,
    );
  }

  return { require: requireFile };
}

/** Strict, so that a module can't reach its own body (`arguments.callee`) and leave something on it for the next load. */
function moduleBody(path: string, source: string): ModuleBody {
  const key = `${path}\0${source}`;
  const known = moduleBodies.get(key);
  if (known !== undefined) return known;
  // The wrapper stands on the program's own first line only in so far as V8 counts columns.
  const wrapper = `(function (exports, require, module, __filename, __dirname) { 'use strict'; ${compile(path, source)}\n})`;
  const body = new vm.Script(wrapper, { filename: `/program/${path}` }).runInThisContext() as ModuleBody;
  moduleBodies.set(key, body);
  return body;
}

function moduleNotFound(message: string): Error {
  return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' });
}
