// How much CPU a set of processes has used, whoever started them and whether or not somebody waited for them.
//
// Waiting for children (wait4, getrusage) is no measure here: bubblewrap's inner processes are killed with their box and nobody
// reaps them, so their CPU would go missing and flatter the grader. Looking at /proc/<pid>/stat now and then misses the last
// stretch of each, and boxes live short. Exact is a control group: the kernel adds up, in microseconds, what every process in it
// has used, those included that have ended. Where none can be made, only the whole machine's count is left (see measure.ts).

import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

export interface CpuMeter {
  /** What a shell does before it becomes a process to be measured. */
  readonly shellPrefix: string;
  /** null where these processes can't be told from the rest of the machine. */
  readonly usedMs: () => number | null;
  /** The processes that are measured, as far as they still run. */
  readonly pids: () => readonly number[];
  readonly close: () => void;
}

export function openCpuMeter(): CpuMeter {
  return controlGroup() ?? { shellPrefix: '', usedMs: () => null, pids: descendants, close: () => {} };
}

let made = 0;

function controlGroup(): CpuMeter | null {
  try {
    const mount = /^\S+ (\S+) cgroup2 /m.exec(readFileSync('/proc/self/mounts', 'utf8'))?.[1] ?? '';
    const own = /^0::(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? '';
    const folder = join(mount, own, `cookie-lessons-bench-${process.pid}-${++made}`);
    mkdirSync(folder);
    return {
      shellPrefix: `echo $$ > '${folder}/cgroup.procs' && `,
      usedMs: () => Number(/^usage_usec (\d+)$/m.exec(readFileSync(join(folder, 'cpu.stat'), 'utf8'))?.[1]) / 1000,
      pids: () => readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number),
      close: () => rmdirSync(folder),
    };
  } catch {
    // Not Linux, an older kernel, or a group that belongs to somebody else.
    return null;
  }
}

function descendants(): readonly number[] {
  const parents = new Map(readdirSync('/proc').flatMap((name) => parentOf(name) ?? []));
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (parents.get(pid) === process.pid || isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs);
}

function parentOf(name: string): readonly (readonly [number, number])[] | null {
  if (!/^\d+$/.test(name)) return null;
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The second field is the program's name, in brackets and of any characters; the third comes after the last of these.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [[Number(name), parent]];
  } catch {
    return null;
  }
}
