// One sandboxed process, swapped from program to program, and replaced by a fresh one when it can't be shown to be clean.

import type { Box, BoxOptions, EndedBecause, Limits } from './box';
import { BoxClient } from './client/box-client';
import { defaultLimits } from './default-limits';
import { hostBundle } from './host/host-bundle';
import { LoadedProgram } from './loaded-program';
import type { BoxProcess, HostBundle } from './process/box-process';
import { startBoxProcess } from './process/start-box-process';
import type { Program, ProgramOptions, ProgramSource } from './program';
import { ProgramFault } from './program-fault';
import { interferedWith } from './protocol/read-answer';

/** How long to wait for a process to be seen dead after its connection broke. */
const deathNoticeMs = 250;
/** How long a process that did not answer in time may take to say hello, before it counts as busy. */
const greetingMs = 500;

interface Running {
  readonly process: BoxProcess;
  readonly client: BoxClient;
  ended: Awaited<BoxProcess['ended']>['because'] | null;
  /** Some program has been loaded into it. */
  used: boolean;
}

/** @throws Error when the host can't be built. The process itself starts with the first load, or with warmUp(). */
export function openBox(options: BoxOptions): Box {
  const limits = { ...defaultLimits, ...options.limits };
  return new ReusableBox(options, limits, hostBundle(options.modules, options.resolveFrom));
}

class ReusableBox implements Box {
  #running: Promise<Running> | null = null;
  #program: LoadedProgram | null = null;
  #closed = false;
  /** A program has been loaded since the box was last settled. */
  #isUnsettled = false;
  exercisesServed = 0;
  endedBecause: EndedBecause = 'answered';

  constructor(
    private readonly options: BoxOptions,
    private readonly limits: Limits,
    private readonly host: HostBundle,
  ) {}

  async warmUp(): Promise<void> {
    await this.#ensureRunning();
  }

  async load(source: ProgramSource, options: ProgramOptions = {}): Promise<Program> {
    this.#program?.end();
    this.endedBecause = 'answered';
    if (options.freshProcess) await this.#renewIfUsed();
    const running = await this.#ensureRunning();
    running.used = true;
    this.#isUnsettled = true;
    running.process.forgetOutput();
    running.client.leaveConnections();
    const explain = (fault: ProgramFault): Promise<ProgramFault> => this.#explain(running, fault);
    const answer = await running.client
      .control(loadMessage(source, options), this.limits.loadMs)
      .catch(async (error: unknown) => {
        const fault = await explain(error as ProgramFault);
        throw new ProgramFault(
          'did-not-start',
          fault.code === 'timed-out' ? 'It was still loading when its time was up.' : `${fault.message} ${fault.detail}`.trim(),
        );
      });
    if (answer.said === 'did-not-load') {
      this.endedBecause = 'did-not-start';
      throw new ProgramFault('did-not-start', answer.detail);
    }
    if (answer.said !== 'loaded') throw interferedWith();
    this.#program = new LoadedProgram({
      client: running.client,
      exchangeMs: this.limits.exchangeMs,
      hasApp: answer.hasApp,
      listensItself: answer.listensItself,
      exports: answer.exports,
      output: () => running.process.output(),
      explain,
    });
    return this.#program;
  }

  async settle(): Promise<{ clean: boolean; differences: readonly string[] }> {
    // Nothing has been loaded since it was asked last.
    if (!this.#isUnsettled) return { clean: true, differences: [] };
    this.#isUnsettled = false;
    this.#program?.end();
    this.exercisesServed++;
    if (this.#running === null) return { clean: true, differences: [] };
    const running = await this.#running;
    running.client.leaveConnections();
    const answer = await running.client.control({ op: 'settle' }, 1_000).catch(() => null);
    const differences = answer?.said === 'settled' ? answer.differences : ['no answer'];
    if (differences.length > 0) await this.renew();
    return { clean: differences.length === 0, differences };
  }

  async renew(): Promise<void> {
    this.#program?.end();
    const running = this.#running;
    this.#running = null;
    this.exercisesServed = 0;
    if (running) await stop(running);
  }

  async #renewIfUsed(): Promise<void> {
    const running = await this.#running;
    if (running?.used) await this.renew();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.renew();
  }

  #ensureRunning(): Promise<Running> {
    if (this.#closed) return Promise.reject(new Error('This box has been closed.'));
    this.#running ??= this.#start();
    return this.#running;
  }

  async #start(): Promise<Running> {
    const process = await startBoxProcess({
      level: this.options.level,
      limits: this.limits,
      host: this.host,
      hostListens: this.options.hostListens,
    });
    const running: Running = { process, client: new BoxClient(process.socketPath), ended: null, used: false };
    void process.ended.then(({ because }) => (running.ended = because));
    try {
      await running.client.control({ op: 'hello' }, this.limits.loadMs);
    } catch {
      this.#running = null;
      await stop(Promise.resolve(running));
      throw new Error(
        `The box did not start at level ${this.options.level}: ${process.output().trim().slice(0, 500) || 'it said nothing'}`,
      );
    }
    return running;
  }

  /** After a fault: has the process died, and of what? A process that hangs is killed; either way the next load gets a fresh one. */
  async #explain(running: Running, fault: ProgramFault): Promise<ProgramFault> {
    if (fault.code !== 'timed-out' && running.ended === null) {
      await Promise.race([running.process.ended, new Promise((resolve) => setTimeout(resolve, deathNoticeMs).unref())]);
    }
    const wasAlive = running.ended === null;
    const wasBusy = fault.code === 'timed-out' && wasAlive ? !(await saysHello(running)) : null;
    if (fault.code === 'timed-out' || !wasAlive) await this.renew();
    const explained = wasAlive ? new ProgramFault(fault.code, fault.detail, wasBusy) : faultOfDeath(running);
    this.endedBecause = endedBecause(explained.code);
    return explained;
  }
}

/** A process that is busy, e.g. with an endless loop, does not. */
function saysHello({ client }: Running): Promise<boolean> {
  return client.control({ op: 'hello' }, greetingMs).then(
    () => true,
    () => false,
  );
}

function loadMessage(source: ProgramSource, options: ProgramOptions): Parameters<BoxClient['control']>[0] {
  return {
    op: 'load',
    files: [...source.files],
    entry: source.entry,
    modules: source.modules,
    env: options.env ?? { NODE_ENV: 'test' },
    nowMs: options.nowMs ?? null,
    pinnedRandom: options.pinnedRandom ?? null,
  };
}

async function stop(running: Promise<Running>): Promise<void> {
  const { process, client } = await running.catch(() => ({ process: null, client: null }));
  client?.close();
  await process?.kill();
}

function faultOfDeath({ ended, process }: Running): ProgramFault {
  const lastWords = process.output().trim().slice(-600);
  switch (ended) {
    case 'out-of-memory':
    case 'too-much-output':
      return new ProgramFault(ended, '');
    case 'out-of-cpu':
      return new ProgramFault('timed-out', 'its time was up', true);
    case 'killed':
      return new ProgramFault('timed-out', 'its time was up');
    default:
      return new ProgramFault('crashed', lastWords);
  }
}

function endedBecause(code: ProgramFault['code']): EndedBecause {
  switch (code) {
    case 'timed-out':
    case 'out-of-memory':
    case 'too-much-output':
    case 'did-not-start':
    case 'crashed':
      return code;
    default:
      return 'answered';
  }
}
