// The program's clock and dice. Set for each load, before the program's code is there.

import { RealDate, realRandom } from './primordials';

let fixedNowMs: number | null = null;

const now = (): number => fixedNowMs ?? RealDate.now();

/** Stands in for Date: `new Date()`, `Date()` and `Date.now()` tell the box's time, everything else is the real one's. */
const boxDate: DateConstructor = new Proxy(RealDate, {
  construct(target, args: unknown[], newTarget) {
    return Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === boxDate ? target : newTarget) as Date;
  },
  apply() {
    return new RealDate(now()).toString();
  },
  get(target, property, receiver) {
    return property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown);
  },
});

/** Must run before any module that keeps a Date of its own is loaded. */
export function installClock(): void {
  globalThis.Date = boxDate;
  RealDate.prototype.constructor = boxDate;
}

/** @param nowMs Unix milliseconds at which the clock stands still; null for real time. */
export function setClock(nowMs: number | null): void {
  fixedNowMs = nowMs;
}

/** @param value what Math.random repeats, in [0, 1); null for real chance. */
export function pinRandom(value: number | null): void {
  Math.random = value === null ? realRandom : () => value;
}
