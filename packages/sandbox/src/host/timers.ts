// The program's timers, counted, so that the next program starts without them.

import timers from 'node:timers';
import { promisify } from 'node:util';

import {
  realClearImmediate,
  realClearInterval,
  realClearTimeout,
  realSetImmediate,
  realSetInterval,
  realSetTimeout,
} from './primordials';

const running = new Set<NodeJS.Timeout | NodeJS.Immediate>();

type Callback = (...args: unknown[]) => void;

/** What the program sees as global and in `node:timers`. */
const countedTimers = {
  setTimeout(callback: Callback, delay?: number, ...args: unknown[]) {
    const timer = realSetTimeout(() => {
      running.delete(timer);
      callback(...args);
    }, delay);
    running.add(timer);
    return timer;
  },
  setInterval(callback: Callback, delay?: number, ...args: unknown[]) {
    const timer = realSetInterval(callback, delay, ...args);
    running.add(timer);
    return timer;
  },
  setImmediate(callback: Callback, ...args: unknown[]) {
    const timer = realSetImmediate(() => {
      running.delete(timer);
      callback(...args);
    });
    running.add(timer);
    return timer;
  },
  clearTimeout: forget(realClearTimeout as (timer: unknown) => void),
  clearInterval: forget(realClearInterval as (timer: unknown) => void),
  clearImmediate: forget(realClearImmediate as (timer: unknown) => void),
};

function forget(clear: (timer: unknown) => void): (timer: unknown) => void {
  return (timer) => {
    running.delete(timer as NodeJS.Timeout);
    clear(timer);
  };
}

/** `promisify(setTimeout)` and `node:timers/promises`, on the counted ones. */
function sleep<Value>(delay?: number, value?: Value, { signal }: { signal?: AbortSignal } = {}): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = countedTimers.setTimeout(() => resolve(value), delay);
    signal?.addEventListener('abort', () => {
      countedTimers.clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

function nextTurn<Value>(value?: Value): Promise<Value | undefined> {
  return new Promise((resolve) => void countedTimers.setImmediate(() => resolve(value)));
}

async function* ticks<Value>(delay?: number, value?: Value): AsyncGenerator<Value | undefined> {
  for (;;) yield await sleep(delay, value);
}

Object.defineProperty(countedTimers.setTimeout, promisify.custom, { value: sleep });
Object.defineProperty(countedTimers.setImmediate, promisify.custom, { value: nextTurn });

export const timersPromisesModule = {
  setTimeout: sleep,
  setImmediate: nextTurn,
  setInterval: ticks,
  scheduler: { wait: sleep, yield: nextTurn },
};

export const timersModule = { ...timers, ...countedTimers, promises: timersPromisesModule };

export function installTimers(): void {
  Object.assign(globalThis, countedTimers);
}

export function stopTimers(): void {
  for (const timer of running) {
    realClearTimeout(timer as NodeJS.Timeout);
    realClearImmediate(timer as NodeJS.Immediate);
  }
  running.clear();
}
