// How a program nobody trusts can fail, as errors a caller can tell apart. The messages are for the person who wrote it.

import type { ProgramFault as Fault, ProgramThrew as Threw } from './program';

/** @see Program: which method rejects with it, and when. */
export class ProgramFault extends Error implements Fault {
  override readonly name = 'ProgramFault';
  constructor(
    readonly code: Fault['code'],
    /** The program's own words, untrusted; cut to 2,000 characters. */
    detail = '',
    readonly wasBusy: Fault['wasBusy'] = null,
  ) {
    super(messages[code]);
    this.detail = detail.slice(0, 2000);
  }
  readonly detail: string;
}

/** A called function threw; what it threw is the student's, capped and untrusted. */
export class ProgramThrew extends Error implements Threw {
  override readonly name = 'ProgramThrew';
  constructor(readonly thrown: Threw['thrown']) {
    super(`Your function threw ${thrown.name}: ${thrown.message}`);
  }
}

const messages: Readonly<Record<Fault['code'], string>> = {
  'did-not-start': 'Your program did not start.',
  'nothing-exported': 'Your program exports nothing that can be used here.',
  'no-such-function': 'Your program does not export a function of that name.',
  'timed-out': 'Your program did not answer in time.',
  crashed: 'Your program crashed.',
  'out-of-memory': 'Your program used more memory than it may have.',
  'too-much-output': 'Your program printed more than it may.',
  'bad-response': 'What your program sent back is not an HTTP response that could be read.',
  'not-by-value': 'Your function gave back something that is not plain data.',
  'run-is-over': 'This program has been replaced by a later one.',
};
