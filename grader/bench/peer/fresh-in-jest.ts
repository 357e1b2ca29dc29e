// Packages such as express are loaded once a test file and handed to every load, since jest.resetModules() alone, which most courses
// would write, loads express anew for every check and flatters the grader (`--reset-modules` shows by how much).

import { createRequire } from 'node:module';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import type { RequireFresh } from './in-process-box';

const sharedPackages = new Set<string>();

/** @param resolveFrom has the packages in its node_modules. */
export function freshInJest(resolveFrom: string, keepsPackages: boolean): RequireFresh {
  return (path, modules) => {
    if (keepsPackages) for (const name of modules) shareBetweenLoads(name, resolveFrom);
    let exported: unknown;
    jest.isolateModules(() => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- which file is known only when a check asks for it
      exported = require(path) as unknown;
    });
    return exported;
  };
}

/** Loaded at its first use and then the same for every load: what `import express` at the top of a test file gives. */
function shareBetweenLoads(name: string, resolveFrom: string): void {
  if (sharedPackages.has(name)) return;
  const path = createRequire(join(resolveFrom, 'x.js')).resolve(name);
  let loaded: unknown;
  sharedPackages.add(name);
  jest.doMock(path, () => (loaded ??= jest.requireActual(path)));
}
