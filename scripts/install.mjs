// Brings the pinned pnpm and everything it installs, when node_modules isn't what the lock file says.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.mjs';

const oldestNode = [20, 19];
const marker = join(root, 'node_modules', '.installed-lock-hash');

/** Ends the process with what to do next when Node is too old or the install fails; quiet when there is nothing to do. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    fail(
      `This is Node ${process.versions.node}; the course needs Node ${oldestNode.join('.')} or later. Install it from https://nodejs.org and run the same command again.`,
    );
  }
  const lockHash = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lockHash) return;

  console.error('Installing what the course needs (once; about half a minute on a fresh machine) …');
  const { command, args } = pnpm(['install', '--frozen-lockfile', '--reporter=append-only']);
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
  });
  if (result.error || result.status !== 0) {
    console.error(result.stdout ?? '', result.stderr ?? '', result.error?.message ?? '');
    fail(
      'The install did not finish (what pnpm said stands above). Check the network connection and run the same command again.',
    );
  }
  writeFileSync(marker, lockHash);
  console.error('Installed.\n');
}

/** The pnpm that package.json pins, through whichever package manager started us: nothing else is known to be on PATH. */
function pnpm(pnpmArgs) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const startedBy = process.env.npm_execpath;
  if (startedBy && /^npm-cli/.test(basename(startedBy))) {
    return { command: process.execPath, args: [startedBy, 'exec', '--yes', '--', packageManager, ...pnpmArgs] };
  }
  if (startedBy && /^pnpm/.test(basename(startedBy)) && /\.[cm]?js$/.test(startedBy)) {
    return { command: process.execPath, args: [startedBy, ...pnpmArgs] };
  }
  return { command: 'npx', args: ['--yes', packageManager, ...pnpmArgs] };
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
