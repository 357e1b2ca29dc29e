// How to start the pnpm that package.json pins: through whichever package manager started us, since nothing else is known to be on PATH.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './root.mjs';

/** @returns what `spawn` takes. */
export function pnpmCommand(pnpmArgs) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const startedBy = process.env.npm_execpath;
  if (startedBy && /^pnpm/.test(basename(startedBy)) && /\.[cm]?js$/.test(startedBy)) {
    return { command: process.execPath, args: [startedBy, ...pnpmArgs], options: {} };
  }
  const npm = startedBy && /^npm-cli/.test(basename(startedBy)) ? startedBy : npmBesideNode();
  if (npm) {
    return { command: process.execPath, args: [npm, 'exec', '--yes', '--', packageManager, ...pnpmArgs], options: {} };
  }
  // On Windows npx is a .cmd file, which only a shell starts. Nothing that is handed to it here needs quoting.
  return { command: 'npx', args: ['--yes', packageManager, ...pnpmArgs], options: { shell: process.platform === 'win32' } };
}

/** Where Node's own installers put npm: on Windows beside node.exe, elsewhere in lib. */
function npmBesideNode() {
  const folder = dirname(process.execPath);
  return [join(folder, 'node_modules'), join(folder, '..', 'lib', 'node_modules')]
    .map((modules) => join(modules, 'npm', 'bin', 'npm-cli.js'))
    .find((path) => existsSync(path));
}
