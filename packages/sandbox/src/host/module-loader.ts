// A CommonJS world made of the program's own files: what they import is another of them, an allowed package, or a safe node: module.

import { posix } from 'node:path';
import vm from 'node:vm';

import { compile } from './compile';
import { parseJson } from './primordials';
import { networkModules } from './outgoing';

export interface LoadedModules {
  require(path: string): unknown;
}

export interface LoaderParts {
  readonly files: ReadonlyMap<string, string>;
  /** Packages this program may load, by name. */
  readonly allowed: ReadonlySet<string>;
  /** Packages bundled with the host, loaded at first use and then shared. */
  readonly packages: Readonly<Record<string, () => unknown>>;
}

const safeNodeModules = new Set(
  'assert assert/strict async_hooks buffer console constants crypto diagnostics_channel dns events fs fs/promises os path path/posix path/win32 perf_hooks process punycode querystring readline stream stream/promises stream/web string_decoder sys timers timers/promises tty url util util/types zlib'.split(
    ' ',
  ),
);

interface ModuleRecord {
  exports: unknown;
}

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
    // The wrapper stands on the program's own first line only in so far as V8 counts columns.
    const wrapper = `(function (exports, require, module, __filename, __dirname) { ${compile(path, source)}\n})`;
    const run = new vm.Script(wrapper, { filename: `/program/${path}` }).runInThisContext() as (...args: unknown[]) => void;
    run.call(
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
    const bare = name.replace(/^node:/, '');
    const network = networkModules[bare];
    if (network) return network;
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which module is known only when the program asks for it
    if (safeNodeModules.has(bare)) return require(`node:${bare}`) as unknown;
    const load = parts.packages[name];
    if (load && parts.allowed.has(name)) return load();
    const allowed = [...parts.allowed].join(', ') || 'none';
    throw moduleNotFound(
      `'${name}' can't be loaded here. This exercise may use its own files, the packages ${allowed}, and Node's built-in modules without network and processes.`,
    );
  }

  return { require: requireFile };
}

function moduleNotFound(message: string): Error {
  return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' });
}
