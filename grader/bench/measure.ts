// Runs commands and says what they cost: CPU, wall time, memory. The same way for both sides.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { startInForeground } from '@cookie-lessons/sandbox';

import { type CpuMeter, openCpuMeter } from './cpu-meter';

export interface Cost {
  readonly wallMs: number;
  /** null where the kernel can't tell these processes from the rest of the machine. */
  readonly cpuMs: number | null;
  /** What the whole machine did meanwhile beyond what it did just before: nothing hides here, but others' work gets in. */
  readonly machineMs: number;
  /** How busy others kept the machine in the second before, in cores. */
  readonly othersCores: number;
  /** High-water mark of the largest single process. */
  readonly largestBytes: number;
  /** Most memory at one time, resident sizes added: pages that processes share are counted in each. */
  readonly togetherBytes: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Where its output goes. */
  readonly log: string;
}

/** @returns the exit code. */
export type Start = (command: Command) => Promise<number>;

const sampleEveryMs = 50;

/** @param work starts its commands with the function it is given; done when they are. */
export async function measure(work: (start: Start) => Promise<void>): Promise<Cost> {
  const meter = openCpuMeter();
  const memory = new MemoryWatch(meter);
  const idle = await busyRate();
  const busyAtStart = machineBusyMs();
  const sampler = setInterval(() => memory.sample(), sampleEveryMs);
  const startedAt = performance.now();
  const endAll = (): void => meter.pids().forEach(endNow);
  process.once('exit', endAll);
  try {
    await work((command) => startMeasured(meter, command));
    const wallMs = performance.now() - startedAt;
    memory.sample();
    return {
      wallMs,
      cpuMs: meter.usedMs(),
      machineMs: machineBusyMs() - busyAtStart - idle * wallMs,
      othersCores: idle,
      largestBytes: memory.largestBytes,
      togetherBytes: memory.togetherBytes,
    };
  } finally {
    clearInterval(sampler);
    process.off('exit', endAll);
    await closeWhenEmpty(meter);
  }
}

function startMeasured(meter: CpuMeter, { program, args, env = {}, cwd, log }: Command): Promise<number> {
  const script = `${meter.shellPrefix}exec "$@" >'${log}' 2>&1`;
  return startInForeground('/bin/sh', ['-c', script, 'sh', program, ...args], { cwd, env: { ...process.env, ...env } }).exited;
}

/** An interrupted bench leaves nothing running. */
function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** What a process leaves for the kernel to end may take a moment after it is gone. A group that stays is empty, and in nobody's way. */
async function closeWhenEmpty(meter: CpuMeter): Promise<void> {
  for (let waits = 0; waits < 250; waits++) {
    try {
      if (meter.pids().length === 0) return meter.close();
    } catch {
      // Busy still.
    }
    await wait(20);
  }
}

class MemoryWatch {
  largestBytes = 0;
  togetherBytes = 0;
  constructor(private readonly meter: CpuMeter) {}

  sample(): void {
    let together = 0;
    for (const pid of this.meter.pids()) {
      const { now, highest } = memoryOf(pid);
      together += now;
      this.largestBytes = Math.max(this.largestBytes, highest);
    }
    this.togetherBytes = Math.max(this.togetherBytes, together);
  }
}

function memoryOf(pid: number): { readonly now: number; readonly highest: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
    return { now: bytes('VmRSS'), highest: bytes('VmHWM') };
  } catch {
    // It has just ended.
    return { now: 0, highest: 0 };
  }
}

/** Milliseconds of CPU a millisecond, of everything on this machine but the bench itself. */
async function busyRate(): Promise<number> {
  const [busy, at] = [machineBusyMs(), performance.now()];
  await wait(1_000);
  return (machineBusyMs() - busy) / (performance.now() - at);
}

function machineBusyMs(): number {
  const [, user, nice, system, , , irq, softirq] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/);
  const own = process.cpuUsage();
  const ticks = [user, nice, system, irq, softirq].reduce((sum, field) => sum + Number(field), 0);
  return ticks * 10 - (own.user + own.system) / 1000;
}
