// Brings the pinned pnpm and everything it installs, when node_modules isn't what the lock file says.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpmCommand } from './pnpm-command.mjs';
import { PnpmProgress } from './pnpm-progress.mjs';
import { root } from './root.mjs';

const oldestNode = [20, 19];
const marker = join(root, 'node_modules', '.installed-lock-hash');
const isLive = process.stderr.isTTY === true;

/** Ends the process with what to do next when Node is too old or the install fails; quiet when there is nothing to do. */
export async function ensureInstalled() {
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
  const startedAt = Date.now();
  const problem = await install();
  if (problem !== null) {
    console.error(problem);
    fail(
      'The install did not finish (what pnpm said stands above). Check the network connection and run the same command again.',
    );
  }
  writeFileSync(marker, lockHash);
  console.error(`Installed, in ${Math.ceil((Date.now() - startedAt) / 1000)} s.\n`);
}

/** @returns null when all is well, or what pnpm said. */
async function install() {
  const { command, args, options } = pnpmCommand(['install', '--frozen-lockfile', '--reporter=ndjson']);
  const child = spawn(command, args, {
    ...options,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true' },
    // A group of its own, so that a signal to us alone ends all of it too. On Windows that would be a window of its own.
    detached: process.platform !== 'win32',
  });
  const restoreSignals = endWithUs(child);
  const progress = new PnpmProgress();
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  child.stdout.setEncoding('utf8').on('data', (text) => {
    for (const news of progress.read(text)) if (!isLive) console.error(news);
    if (isLive) overwrite(progress.now());
  });
  if (isLive) overwrite(progress.now());
  const status = await new Promise((resolve) => {
    child.once('error', (error) => ((complaints += error.message), resolve(null)));
    child.once('close', resolve);
  });
  restoreSignals();
  if (isLive) overwrite('');
  return status === 0 ? null : [progress.whatWentWrong(), complaints.trim()].filter(Boolean).join('\n');
}

/** Ctrl-C and the like end the install first, and then us, by that very signal; the next run goes on where this one was. */
function endWithUs(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const end = (signal) => {
    restore();
    kill(child);
    if (isLive) overwrite('');
    console.error('The install was interrupted. Run the same command again and it goes on.');
    process.kill(process.pid, signal);
  };
  const restore = () => signals.forEach((signal) => process.removeListener(signal, end));
  for (const signal of signals) process.on(signal, end);
  return restore;
}

function kill(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function overwrite(text) {
  process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
