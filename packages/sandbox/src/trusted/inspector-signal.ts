// SIGUSR1 would open Node's inspector in whoever gets it, for anyone on this machine: measured, a boxed program of the same user
// then runs code in the grader. A listener takes the signal's meaning away.

/** Must be the first thing a trusted process does. */
export function ignoreInspectorSignal(): void {
  if (process.platform !== 'win32') process.on('SIGUSR1', () => {});
}
