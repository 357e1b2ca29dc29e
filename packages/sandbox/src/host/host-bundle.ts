// Builds the folder that every box runs: our host with Express in one file, the other allowed packages, V8's
// caches of them, the compiler's addon.
// Once per set of packages and versions; racing builders each build beside and rename into place.

import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';

import { buildSync } from 'esbuild';
import { transformSync } from '@swc/core';

import { defaultLimits } from '../default-limits';
import { nodeFlags } from '../levels/command-line';
import type { HostBundle } from '../process/box-process';
import { endWithThisProcess } from '../process/live-boxes';
import { leastEnvironment, ownGroup } from '../process/platform';
import { cacheFolder } from './cache-folder';
import { usualPackages } from './usual-packages';

/**
 * @param modules     package names programs may load.
 * @param resolveFrom a folder whose node_modules has them.
 */
export function hostBundle(modules: readonly string[], resolveFrom: string): HostBundle {
  const asked = JSON.stringify([modules, resolveFrom]);
  const bundle = bundles.get(asked) ?? findOrBuild(modules, resolveFrom);
  bundles.set(asked, bundle);
  return bundle;
}

/** Those this process has asked for: what they are made of doesn't change while it lives. */
const bundles = new Map<string, HostBundle>();

/** V8 takes a cache only under the flags that it was made with: without them a start costs three times as much. */
const usualFlags = nodeFlags(defaultLimits, []);

interface Package {
  readonly name: string;
  /** Of its main file. */
  readonly path: string;
}

function findOrBuild(modules: readonly string[], resolveFrom: string): HostBundle {
  const packages: readonly Package[] = [...new Set(modules)]
    .sort()
    .map((name) => ({ name, path: createRequire(join(resolveFrom, 'x.js')).resolve(name) }));
  const hash = createHash('sha256').update(process.version).update(process.arch);
  hash.update(JSON.stringify([packages, usualFlags]));
  // An installed package is known by its path, which holds its version; one of this workspace by what it says.
  const written = packages.filter(({ path }) => !path.includes('node_modules')).map(({ path }) => dirname(path));
  for (const folder of [__dirname, join(__dirname, '..', 'protocol'), ...written])
    for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const folder = join(cacheFolder(), hash.digest('hex').slice(0, 32));
  if (!existsSync(join(folder, 'host.cache'))) build(folder, packages);
  return { directory: folder, script: 'boot.cjs', alsoReadable: [], nodeFlags: [] };
}

function build(folder: string, packages: readonly Package[]): void {
  const beside = mkdtempSync(`${folder}-`);
  const forget = endWithThisProcess(() => rmSync(beside, { recursive: true, force: true }));
  chmodSync(beside, 0o755);
  const isUsual = ({ name }: Package): boolean => usualPackages.includes(name);
  // A large package in the host's own file would be read at every start, though hardly any program asks for it.
  const apart = packages
    .filter((known) => !isUsual(known))
    .map(({ name, path }, index) => ({ name, path, file: `package-${index}.js` }));
  const table = [
    ...packages.filter(isUsual).map(({ name, path }) => `${JSON.stringify(name)}: () => require(${JSON.stringify(path)})`),
    ...apart.map(({ name, file }) => `${JSON.stringify(name)}: () => require("./${file}")`),
  ].join(',\n');
  const host = `const host = require(${JSON.stringify(join(__dirname, 'host.ts'))});
const packages = { ${table} };
exports.startHost = (where) => host.startHost(packages, where);
exports.exercise = () => require(${JSON.stringify(join(__dirname, 'exercise-host.ts'))}).exerciseHost(packages);`;
  bundle(beside, 'host.js', host);
  for (const { path, file } of apart) bundle(beside, file, `module.exports = require(${JSON.stringify(path)});`);
  copyFileSync(join(__dirname, 'boot.cjs'), join(beside, 'boot.cjs'));
  copyAddon(join(beside, 'swc.node'));
  execFileSync(process.execPath, [...usualFlags, join(beside, 'boot.cjs'), '--make-cache'], {
    // Ctrl-C is for us: this is done in a moment, and its end by a signal would look like a fault.
    ...ownGroup,
    env: leastEnvironment,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 60_000,
  });
  for (const file of readdirSync(beside)) chmodSync(join(beside, file), 0o644);
  try {
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'host.cache'))) throw error;
    rmSync(beside, { recursive: true });
  } finally {
    forget();
  }
}

/** One file with all that `contents` requires, as boot.cjs loads it; its tables lie beside. */
function bundle(folder: string, file: string, contents: string): void {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: __dirname, sourcefile: file },
    outfile: join(folder, file),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    external: ['./package-*.js'],
    // Less to read at each start. In ASCII, so that boot.cjs need not decode it.
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'ascii',
    // Tables of rare alphabets are half of Express: they lie beside, and are read by whoever needs them.
    loader: { '.json': 'copy' },
    assetNames: '[name]-[hash]',
    banner: { js: '(function (require, module, exports, __filename, __dirname) {' },
    footer: { js: '})' },
    legalComments: 'none',
    logLevel: 'error',
  });
  for (const { path, contents: written } of outputFiles) writeFileSync(path, written);
}

/** The compiler unpacks its addon into the user's cache at its first use; the file that is then mapped is the one to copy. */
function copyAddon(target: string): void {
  transformSync('', { swcrc: false, configFile: false, jsc: { parser: { syntax: 'typescript' } } });
  const mapped = process.platform === 'linux' ? decodedAddonFromMaps() : null;
  const source =
    mapped ??
    createRequire(require.resolve('@swc/core')).resolve(
      `@swc/core-${process.platform}-${process.arch}${process.platform === 'win32' ? '-msvc' : ''}`,
    );
  try {
    if (dirname(source) === dirname(target)) linkSync(source, target);
    else copyFileSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function decodedAddonFromMaps(): string | null {
  const paths = readFileSync('/proc/self/maps', 'utf8').match(/\/\S+\.node$/gm) ?? [];
  return paths.find((path) => path.includes('swc-native')) ?? paths.find((path) => /swc/.test(path)) ?? null;
}
