// What every command's exit code means. Others' scripts rely on it.

export const exitCodes = {
  done: 0,
  /** Graded below `--require`; in `check`, a started exercise fails. */
  belowRequired: 1,
  wrongUsage: 2,
  nothingGradable: 3,
  graderFault: 4,
} as const;
