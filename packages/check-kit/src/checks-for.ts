// checksFor('<lesson>/<exercise>'): registers the checks of one exercise as ordinary Jest tests.

import { basename } from 'node:path';

import { type CheckRun, checkRunSymbol, type CheckOutcome, type ProgramOptions } from '@cookie-lessons/lesson-contract';
import { expect, test } from '@jest/globals';

import type { CheckContext } from './check-context';
import { openCheckSession } from './check-session';
import { describeFailure } from './describe-failure';
import { matchers } from './matchers';

export interface CheckOptions extends ProgramOptions {
  /** Wall time of the whole check. Default: the manifest's `limits.checkMs`, else 5000. */
  readonly timeoutMs?: number;
}

type CheckFunction = (context: CheckContext) => Promise<void> | void;

export interface Checks {
  /** @throws for an id the manifest doesn't have, for one that was used before, and for a visible check outside visible.test.ts. */
  check(id: string, fn: CheckFunction, options?: CheckOptions): void;
}

const defaultTimeoutMs = 5_000;

export function checksFor(exerciseId: string): Checks {
  expect.extend(matchers);
  const run = currentRun(exerciseId);
  const used = new Set<string>();
  return {
    check(id, fn, options = {}) {
      const manifest = run.exercise.checks.find((known) => known.id === id);
      if (!manifest)
        throw new Error(
          `${exerciseId} has no check "${id}" in its exercise.json. It has: ${run.exercise.checks.map((known) => known.id).join(', ')}.`,
        );
      if (used.has(id)) throw new Error(`${exerciseId}: the check "${id}" stands here twice.`);
      used.add(id);
      assertRightFile(id, manifest.visible);
      const timeoutMs = (options.timeoutMs ?? run.exercise.limits.checkMs ?? defaultTimeoutMs) * (run.patience ?? 1);
      // Jest's own time-out comes later than ours, which knows what to end.
      const register = run.notStarted ? test.skip : test;
      register(`${id}: ${manifest.sentence}`, () => runCheck(run, id, fn, options, timeoutMs), timeoutMs * 2 + 5_000);
    },
  };
}

/** @throws Error when nobody has prepared a run: the file is not run by the grader or with check-kit's preset. */
function currentRun(exerciseId: string): CheckRun {
  const run = (globalThis as { [checkRunSymbol]?: CheckRun })[checkRunSymbol];
  if (!run)
    throw new Error(
      'There is no program to check: run this file with the preset of @cookie-lessons/check-kit, or with `npm run verify`.',
    );
  if (run.exercise.id !== exerciseId)
    throw new Error(`This file says checksFor('${exerciseId}') but stands in ${run.exercise.id}.`);
  return run;
}

function assertRightFile(id: string, visible: boolean): void {
  const file = basename(expect.getState().testPath ?? '');
  if (!/^(visible|hidden)\.test\.ts$/.test(file)) return;
  if ((file === 'visible.test.ts') !== visible)
    throw new Error(`The check "${id}" is ${visible ? 'visible' : 'hidden'}, but stands in ${file}.`);
}

async function runCheck(run: CheckRun, id: string, fn: CheckFunction, options: CheckOptions, timeoutMs: number): Promise<void> {
  const session = openCheckSession(run, id, options);
  let failure: unknown = null;
  try {
    await inTime(
      Promise.resolve().then(() => fn(session.context)),
      timeoutMs,
    );
  } catch (error) {
    failure = error ?? new Error('The check threw nothing.');
  }
  if (failure === null) {
    session.end();
    return settle(run, { checkId: id, outcome: 'passed', failedBy: null, fault: null, misconception: null, explanation: '' });
  }
  run.onFailing?.();
  const described = describeFailure(failure);
  const misconception = await firstTrue(session.detectors);
  session.end();
  const earnedFraction = session.earnedFraction();
  settle(run, {
    checkId: id,
    outcome: 'failed',
    ...(earnedFraction > 0 ? { earnedFraction } : {}),
    ...described,
    misconception,
  });
}

function settle(run: CheckRun, outcome: CheckOutcome): void {
  run.record(outcome);
  if (run.judge) return run.judge(outcome);
  const misconception = run.exercise.misconceptions.find(({ id }) => id === outcome.misconception)?.message;
  if (outcome.outcome === 'failed')
    throw cleanError([misconception, outcome.explanation].filter((part) => part !== undefined).join('\n      '));
}

/** A failed check ends here; what it still holds throws from now on. */
class CheckTimedOut extends Error {
  override readonly name = 'CheckTimedOut';
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CheckTimedOut(`The check was not done after ${timeoutMs / 1000} seconds.`)), timeoutMs);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

const detectorsMs = 3_000;

async function firstTrue(detectors: ReturnType<typeof openCheckSession>['detectors']): Promise<string | null> {
  const deadline = Date.now() + detectorsMs;
  for (const { misconceptionId, detect } of detectors) {
    if (Date.now() > deadline) return null;
    try {
      // A detector that asks the program may be kept waiting by it.
      if (await inTime(Promise.resolve().then(detect), deadline - Date.now())) return misconceptionId;
    } catch {
      // A detector looks at a program that has just failed; it may fail there too.
    }
  }
  return null;
}

/** The stack is dropped: it would show a test's source to whoever reads the report. */
function cleanError(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}
