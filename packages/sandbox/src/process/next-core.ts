// Which processor a box may use. One box after the other, each gets the next.

import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** `Cpus_allowed_list:	0-3,6` of /proc/self/status: a container may have been given some, and not the first ones. */
export function coresOf(status: string): readonly number[] {
  const list = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(status)?.[1];
  if (list === undefined) return [];
  return list.split(',').flatMap((range) => {
    const [first = NaN, last = first] = range.split('-').map(Number);
    return first <= last ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
  });
}

let cores: readonly number[] | null = null;
// Workers and test files are processes of their own: if each began with the same core, that one would have all to do.
let next = randomInt(1024);

/** @returns its number, as `taskset` counts. */
export function nextCore(): number {
  cores ??= ownCores();
  return cores[next++ % cores.length] as number;
}

function ownCores(): readonly number[] {
  const known = coresOf(readFileSync('/proc/self/status', 'utf8'));
  return known.length > 0 ? known : Array.from({ length: availableParallelism() }, (_, index) => index);
}
