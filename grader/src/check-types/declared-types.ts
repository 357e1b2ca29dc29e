// The types a submission's programs may see, as text: the language's own, Node's, and those of the packages it may load.
// They travel into the type checker's box as data, at paths of their own, so nothing of this machine is there to be read.

import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * @param resolveFrom a folder whose node_modules has the packages and their `@types`.
 * @returns path in the box -> text, e.g. `/node_modules/@types/express/index.d.ts`.
 */
export function declaredTypes(modules: readonly string[], resolveFrom: string): ReadonlyMap<string, string> {
  const found = languageTypes();
  const seen = new Set<string>();
  const queue = ['@types/node', ...modules.flatMap((name) => [`@types/${name}`, name])].map((name) => ({
    name,
    folder: join(resolveFrom, 'node_modules', name),
  }));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next.name) || !existsSync(join(next.folder, 'package.json'))) continue;
    seen.add(next.name);
    const folder = realpathSync(next.folder);
    addPackage(found, next.name, folder);
    for (const name of typeDependencies(folder)) queue.push({ name, folder: folderOf(name, folder) });
  }
  return found;
}

/** The standard library's declarations, without those of browsers. */
function languageTypes(): Map<string, string> {
  const folder = dirname(require.resolve('typescript'));
  const names = readdirSync(folder).filter((name) => /^lib\.(es|decorators)[\w.]*\.d\.ts$/.test(name));
  return new Map(names.map((name) => [`/lib/${name}`, readFileSync(join(folder, name), 'utf8')]));
}

function addPackage(found: Map<string, string>, name: string, folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => !file.includes('node_modules'));
  const declarations = files.filter((file) => /\.d\.(ts|cts)$/.test(file));
  // A package of this workspace has no declarations yet: its sources say the same.
  const wanted = declarations.length > 0 ? declarations : files.filter((file) => /^src\/.*\.ts$/.test(file));
  for (const file of ['package.json', ...wanted])
    found.set(`/node_modules/${name}/${file.split('\\').join('/')}`, readFileSync(join(folder, file), 'utf8'));
}

function typeDependencies(folder: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies).filter((name) => name.startsWith('@types/') || name === 'undici-types');
}

function folderOf(name: string, from: string): string {
  try {
    return dirname(createRequire(join(from, 'x.js')).resolve(`${name}/package.json`));
  } catch {
    return '';
  }
}
