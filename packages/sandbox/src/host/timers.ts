// The program's timers, counted, so that the next program starts without them.

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
