// What Node counts against RLIMIT_DATA before any program has run: 50 MB in Node 20, more than 550 in Node 24. Limits are counted from there.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from '../host/cache-folder';
import { leastEnvironment, ownGroup } from '../process/platform';

let known: number | null = null;

/** On Linux, measured once for each version of Node, and kept beside the hosts; 0 elsewhere, where nothing is limited so. */
export function reservedBytes(): number {
  known ??= process.platform === 'linux' ? keptOrMeasured() : 0;
  return known;
}

function keptOrMeasured(): number {
  const kept = join(cacheFolder(), `reserved-${process.version}-${process.arch}`);
  const before = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : NaN;
  if (Number.isInteger(before) && before > 0) return before;
  const bytes = measured();
  // Whole or not at all: others may be reading.
  writeFileSync(`${kept}-${process.pid}`, String(bytes));
  renameSync(`${kept}-${process.pid}`, kept);
  return bytes;
}

function measured(): number {
  const script = `require('node:http'); process.stdout.write(require('node:fs').readFileSync('/proc/self/status', 'utf8'));`;
  const status = execFileSync(process.execPath, ['-e', script], { ...ownGroup, env: leastEnvironment, encoding: 'utf8' });
  const kilobytes = Number(/^VmData:\s*(\d+) kB$/m.exec(status)?.[1]);
  if (!(kilobytes > 0)) throw new Error('This Node does not say how much memory it reserves (/proc/self/status, VmData).');
  return kilobytes * 1024;
}
