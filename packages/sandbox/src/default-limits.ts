// What a box may use unless its caller says otherwise.

import type { Limits } from './box';

export const defaultLimits: Limits = {
  cpuSeconds: 60,
  memoryBytes: 448 * 1024 * 1024,
  processes: 64,
  openFiles: 256,
  outputBytes: 64 * 1024,
  loadMs: 5_000,
  exchangeMs: 3_000,
  lifeMs: 300_000,
};
