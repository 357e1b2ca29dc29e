// Level bwrap: Linux namespaces through bubblewrap. No network, no processes outside, read-only root, seccomp, limits.
// Every flag below answers something that was seen to go wrong without it; the tests in tests/walls.test.ts try each again.

import { closeSync, existsSync, lstatSync, openSync, readlinkSync, realpathSync, unlinkSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Limits } from '../box';
import {
  type CommandLine,
  type CommandParts,
  findProgram,
  nodeFlags,
  pinToCore,
  resourceLimits,
  unprivilegedId,
} from './command-line';
import { readableByOthers } from './readable-by-others';
import { seccompFilter } from './seccomp-filter';

const temporaryBytes = 32 * 1024 * 1024;

/** @throws Error when bubblewrap isn't there or the processor has no filter. */
export function bwrapCommand({ limits, host, core }: CommandParts): CommandLine {
  const bwrap = findProgram('bwrap');
  if (bwrap === null) throw new Error('bwrap: not found');
  const filter = seccompFilter();
  if (filter === null) throw new Error(`no system call filter for ${process.arch}`);
  const node = realpathSync(process.execPath);
  const line = [
    ...pinToCore(core),
    ...dropRoot(node, host.directory),
    bwrap,
    ...[
      '--unshare-all',
      '--unshare-user',
      '--disable-userns',
      '--die-with-parent',
      '--new-session',
      '--clearenv',
      '--cap-drop',
      'ALL',
    ],
    ...['--hostname', 'box'],
    ...['--ro-bind', node, '/usr/bin/node'],
    ...systemLibraries(),
    ...['--ro-bind', host.directory, '/box'],
    ...host.alsoReadable.flatMap((file) => ['--ro-bind', file, file]),
    // /dev and / are writable until they are remounted; the size must stand right before its tmpfs.
    ...[
      '--dev',
      '/dev',
      '--remount-ro',
      '/dev',
      '--size',
      String(temporaryBytes),
      '--tmpfs',
      '/tmp',
      '--remount-ro',
      '/',
      '--chdir',
      '/box',
    ],
    ...['--setenv', 'PATH', '/usr/bin', '--setenv', 'HOME', '/tmp', '--seccomp', '4', '--'],
    ...limitsInside(limits),
    ...['/usr/bin/node', ...nodeFlags(limits, host.nodeFlags), `/box/${host.script}`],
  ];
  return { command: line[0] as string, args: line.slice(1), descriptor4: openFilter(filter) };
}

/** Set inside: RLIMIT_NPROC counts per user namespace there, and outside all processes of the user. */
function limitsInside(limits: Limits): string[] {
  const [prlimit, ...others] = resourceLimits(limits);
  return prlimit === undefined ? [] : ['/usr/bin/prlimit', `--nproc=${limits.processes}`, ...others];
}

/** RLIMIT_NPROC does not bind root, so root becomes somebody else first, if that somebody can read what the box needs. */
function dropRoot(node: string, hostFolder: string): string[] {
  if (process.getuid?.() !== 0) return [];
  const setpriv = findProgram('setpriv');
  if (setpriv === null || !readableByOthers(node) || !readableByOthers(hostFolder)) return [];
  return [setpriv, `--reuid=${unprivilegedId}`, `--regid=${unprivilegedId}`, '--clear-groups', '--'];
}

/** The loader and the shared libraries that Node needs, and prlimit; no other program exists in the box. */
function systemLibraries(): string[] {
  const triplet = process.arch === 'x64' ? 'x86_64-linux-gnu' : process.arch === 'arm64' ? 'aarch64-linux-gnu' : '';
  const binds: string[] = [];
  const prlimit = findProgram('prlimit');
  if (prlimit !== null) binds.push('--ro-bind', realpathSync(prlimit), '/usr/bin/prlimit');
  const libraries = existsSync(`/usr/lib/${triplet}`) ? [`/usr/lib/${triplet}`] : ['/usr/lib'];
  for (const folder of [...libraries, '/usr/lib64'])
    if (existsSync(folder) && !lstatSync(folder).isSymbolicLink()) binds.push('--ro-bind', folder, folder);
  // Some systems keep the loader itself below /usr/lib and have only a link elsewhere.
  if (existsSync('/usr/lib/ld-linux-aarch64.so.1'))
    binds.push('--ro-bind', realpathSync('/usr/lib/ld-linux-aarch64.so.1'), '/usr/lib/ld-linux-aarch64.so.1');
  for (const link of ['/lib', '/lib64']) {
    if (!existsSync(link)) continue;
    if (lstatSync(link).isSymbolicLink()) binds.push('--symlink', readlinkSync(link), link);
    else binds.push('--ro-bind', link, link);
  }
  return binds;
}

/** bubblewrap reads the filter from a descriptor; the file behind it has no name. */
function openFilter(filter: Buffer): number {
  const path = join(tmpdir(), `filter-${randomBytes(8).toString('hex')}`);
  writeFileSync(path, filter, { mode: 0o600, flag: 'wx' });
  const descriptor = openSync(path, 'r');
  try {
    unlinkSync(path);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return descriptor;
}
