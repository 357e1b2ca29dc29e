// Level landlock: where namespaces are refused, as inside a container. The walls are built by landlock.py, which then becomes Node.

import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

import { type CommandLine, type CommandParts, findProgram, nodeFlags, pinToCore, unprivilegedId } from './command-line';
import { readableByOthers } from './readable-by-others';
import { reservedBytes } from './reserved-bytes';

/** @throws Error when Python isn't there. */
export function landlockCommand({ limits, host, core }: CommandParts): CommandLine {
  const python = findProgram('python3');
  if (python === null) throw new Error('python3: not found');
  const node = realpathSync(process.execPath);
  const limit = (name: string, value: number): string[] => ['--limit', `${name}=${value}`];
  const readable = [
    '/usr/lib',
    '/usr/lib64',
    '/lib',
    '/lib64',
    '/dev/null',
    '/dev/zero',
    '/dev/urandom',
    '/dev/random',
    node,
    host.directory,
    ...host.alsoReadable,
  ];
  const line = [
    ...pinToCore(core),
    ...[python, '-I', '-S', '-B', join(__dirname, 'landlock.py')],
    ...['--parent', String(process.pid)],
    ...limit('core', 0),
    ...limit('nofile', limits.openFiles),
    ...limit('fsize', 16 * 1024 * 1024),
    ...limit('cpu', limits.cpuSeconds),
    ...limit('data', limits.memoryBytes + reservedBytes()),
    ...readable.filter((path) => existsSync(path)).flatMap((path) => ['--read', path]),
    ...otherUser(node, host.directory),
    ...['--', node, ...nodeFlags(limits, host.nodeFlags), join(host.directory, host.script)],
  ];
  return { command: line[0] as string, args: line.slice(1), descriptor4: null };
}

/** Root gives up its powers first: Landlock doesn't bind all of them. */
function otherUser(node: string, hostFolder: string): string[] {
  if (process.getuid?.() !== 0) return [];
  if (!readableByOthers(node) || !readableByOthers(hostFolder)) {
    throw new Error(`${node} and ${hostFolder} must be readable by every user when the grader runs as root`);
  }
  return ['--user', String(unprivilegedId)];
}
