// Why a check failed: an assertion of ours, the program's own fault, or an error in the check. In words for the student.

import type { CheckOutcome } from '@cookie-lessons/lesson-contract';

import { shown } from './shown';

type Described = Pick<CheckOutcome, 'failedBy' | 'fault' | 'explanation'>;

/** By name and shape, never by class: the error may come from another copy of the package. */
export function describeFailure(error: unknown): Described {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  if (isNamed(error, 'ProgramFault')) {
    const fault = (error as { code: CheckOutcome['fault'] }).code;
    const { detail: given } = error as { detail?: unknown };
    const detail = shown(typeof given === 'string' ? given : '', 500);
    return { failedBy: 'program-fault', fault, explanation: detail === '' ? message : `${message} ${detail}` };
  }
  if (isNamed(error, 'CheckTimedOut')) return { failedBy: 'program-fault', fault: 'timed-out', explanation: message };
  if (isNamed(error, 'ProgramThrew')) return { failedBy: 'assertion', fault: null, explanation: shown(message, 500) };
  if (isNamed(error, 'UnreadableAnswers') || isAssertion(error))
    return { failedBy: 'assertion', fault: null, explanation: withoutJestsLayout(message) };
  // Jest takes plain data with the right names for a page's element or an immutable list, and fails at printing it.
  if (isNamed(error, 'PrettyFormatPluginError')) return { failedBy: 'assertion', fault: null, explanation: cannotBeShown };
  return { failedBy: 'check-error', fault: null, explanation: `${name}: ${shown(message, 500)}` };
}

function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === name;
}

/** What expect throws carries the result of its matcher. */
function isAssertion(error: unknown): boolean {
  return isNamed(error, 'JestAssertionError') || (typeof error === 'object' && error !== null && 'matcherResult' in error);
}

const cannotBeShown = 'Your program gave back something that differs from what was expected, and that cannot be shown.';

const colour = /\u001b\[[0-9;]*m/g;

/** Jest's "expect(received).toBe(expected)" and its blank lines, folded to one line. */
function withoutJestsLayout(message: string): string {
  const text = message
    .replace(colour, '')
    .replace(/^expect\(.*?\)[^\n]*\n+/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  return shown(text, 600);
}
