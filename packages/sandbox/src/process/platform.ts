// What Windows does otherwise than Linux and macOS when a process is started and ended. All of it stands here.

import { type ChildProcess, type SpawnOptions, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, parse } from 'node:path';

const isWindows = process.platform === 'win32';
const systemRoot = process.env.SystemRoot ?? 'C:\\Windows';

/** Node on Windows can't hand a listening socket to a child, so there the host in the box listens itself. */
export const handsSocketsDown = !isWindows;

/** Nothing; on Windows what no program can start without (libuv adds a few more there by itself, PATH and TEMP among them). */
export const leastEnvironment: NodeJS.ProcessEnv = isWindows ? { SystemRoot: systemRoot } : {};

/** A process group of its own where there are such, so that a group kill reaches all of it. On Windows it would be a window of its own. */
export const ownGroup: SpawnOptions = isWindows ? { windowsHide: true } : { detached: true };

export const topFolder = parse(process.execPath).root;

/** @returns the name of a pipe that nobody can guess, or null where sockets are files. */
export function pipeName(): string | null {
  return isWindows ? `\\\\.\\pipe\\box-${process.pid}-${randomBytes(16).toString('hex')}` : null;
}

/** SIGKILL to a process of `ownGroup` and to all that it has started; at level process, children may have outlived their parent. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (isWindows) return killTree(child, child.pid);
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** The number of a process that has ended may be somebody else's by now. */
function killTree(child: ChildProcess, pid: number): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const taskkill = join(systemRoot, 'System32', 'taskkill.exe');
  spawnSync(taskkill, ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  child.kill('SIGKILL');
}
