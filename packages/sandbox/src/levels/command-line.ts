// What is started for a box at each level. One function a level; what they share stands here.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Limits } from '../box';
import type { HostBundle } from '../process/box-process';
import { reservedBytes } from './reserved-bytes';

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  /** Descriptor 4 of the process, for what the level needs there; null for none. */
  readonly descriptor4: number | null;
}

export interface CommandParts {
  readonly limits: Limits;
  readonly host: HostBundle;
  /** The processor the box may use; null to leave it to the system. */
  readonly core: number | null;
  /** Where the host is to listen itself; null where it gets a listening socket as descriptor 3. */
  readonly listenAt: string | null;
}

/**
 * A heap that grows ends with V8's message at RLIMIT_DATA, too. Only where there is no such limit does V8 get a bound of its own: with
 * that flag it takes neither our cache of compiled code nor the one of Node's own modules, and a start costs half as much again.
 */
export function nodeFlags(limits: Limits, ofTheHost: HostBundle['nodeFlags']): string[] {
  const heapMegabytes = Math.floor(limits.memoryBytes / 2 / 1024 / 1024);
  const heap = process.platform === 'linux' && findProgram('prlimit') !== null ? [] : [`--max-old-space-size=${heapMegabytes}`];
  return [...heap, '--no-deprecation', ...ofTheHost];
}

/** @returns the absolute path of a program on PATH or in the usual places, or null. */
export function findProgram(name: string): string | null {
  const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export function pinToCore(core: number | null): string[] {
  const taskset = core === null ? null : findProgram('taskset');
  return taskset === null ? [] : [taskset, '-c', String(core)];
}

export function resourceLimits(limits: Limits): string[] {
  const prlimit = findProgram('prlimit');
  if (prlimit === null) return [];
  return [
    prlimit,
    `--nofile=${limits.openFiles}`,
    '--fsize=16777216',
    `--cpu=${limits.cpuSeconds}`,
    '--core=0',
    `--data=${limits.memoryBytes + reservedBytes()}`,
    '--',
  ];
}

/** The user a box runs as when the grader is root: nobody's, and no other box's files. */
export const unprivilegedId = 61_001;
