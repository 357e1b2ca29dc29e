// Ordinary Jest files, run by jest-circus in this process: each compiled once and executed again for every submission.
// What Jest itself adds around circus (expect's state, unhandled rejections) is done here; tests/parity.test.ts holds the two together.

import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import vm from 'node:vm';

import { jestExpect } from '@jest/expect';
import type { Circus } from '@jest/types';
import { transformSync } from '@swc/core';
import * as circus from 'jest-circus';
import { ModuleMocker } from 'jest-mock';

interface CircusTest {
  /** Titles from the outermost describe to the test. */
  readonly titles: readonly string[];
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly errors: readonly string[];
}

export interface CircusRun {
  readonly tests: readonly CircusTest[];
  /** The file could not be run, or something failed outside every test. */
  readonly unhandled: readonly string[];
}

type Compiled = (exports: object, require: NodeJS.Require, module: object, filename: string, directory: string) => void;

const mocker = new ModuleMocker(globalThis);
const jestObject = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  restoreAllMocks: () => mocker.restoreAllMocks(),
};
const { describe, test, it, beforeAll, afterAll, beforeEach, afterEach } = circus;
const globals = { describe, test, it, beforeAll, afterAll, beforeEach, afterEach, expect: jestExpect, jest: jestObject };

const compiled = new Map<string, { run: Compiled; require: NodeJS.Require }>();

/** Must be called once, before any check file or check-kit is loaded: `@jest/globals` then means circus. */
export function installCircus(): void {
  Object.assign(globalThis, globals);
  const loader = Module as unknown as { _load: (id: string, ...rest: unknown[]) => unknown };
  const realLoad = loader._load;
  loader._load = function (this: unknown, id, ...rest) {
    return id === '@jest/globals' ? globals : realLoad.call(this, id, ...rest);
  };
  circus.addEventHandler(followExpectState);
  circus.addEventHandler(followUnhandledRejections);
}

/** One at a time in a process: circus keeps its state in globals. */
export async function runTestFile(file: string, shuffle = false): Promise<CircusRun> {
  circus.resetState();
  const state = circus.getState();
  state.testTimeout = 30_000;
  state.maxConcurrency = 5;
  state.randomize = shuffle;
  state.seed = shuffle ? Date.now() | 0 : 0;
  jestExpect.setState({
    assertionCalls: 0,
    expectedAssertionsNumber: null,
    isExpectingAssertions: false,
    numPassingAsserts: 0,
    suppressedErrors: [],
    testPath: file,
    expand: false,
  });
  await dispatch({
    name: 'setup',
    parentProcess: process,
    runtimeGlobals: globals as never,
    testNamePattern: undefined,
  } as unknown as Circus.AsyncEvent);
  try {
    execute(file);
    const result = await circus.run();
    return { tests: result.testResults.map(toTest), unhandled: result.unhandledErrors.map((error) => String(error)) };
  } catch (error) {
    return { tests: [], unhandled: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await dispatch({ name: 'teardown' });
    mocker.restoreAllMocks();
  }
}

function execute(file: string): void {
  let entry = compiled.get(file);
  if (!entry) {
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      swcrc: false,
      configFile: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    entry = {
      run: new vm.Script(Module.wrap(code), { filename: file }).runInThisContext() as Compiled,
      require: createRequire(file),
    };
    compiled.set(file, entry);
  }
  const module = { exports: {} };
  entry.run(module.exports, entry.require, module, file, dirname(file));
}

function toTest(result: Circus.TestResult): CircusTest {
  const skipped = result.status === 'skip' || result.status === 'todo';
  return {
    titles: result.testPath.slice(1),
    outcome: skipped ? 'skipped' : result.errors.length === 0 ? 'passed' : 'failed',
    errors: result.errors,
  };
}

/** circus exports no dispatch; its handlers stand on globalThis under a symbol of its own. */
async function dispatch(event: Circus.AsyncEvent): Promise<void> {
  const symbol = Object.getOwnPropertySymbols(globalThis).find((known) => String(known).includes('EVENT_HANDLERS'));
  if (!symbol) throw new Error('jest-circus keeps its handlers somewhere else in this version.');
  const handlers = (globalThis as unknown as Record<symbol, readonly Circus.EventHandler[]>)[symbol] ?? [];
  for (const handler of handlers) await handler(event as never, circus.getState());
}

const followExpectState: Circus.EventHandler = (event) => {
  if (event.name === 'test_start') {
    jestExpect.setState({ currentTestName: event.test.name, testFailing: event.test.failing } as Parameters<
      typeof jestExpect.setState
    >[0]);
  } else if (event.name === 'test_done') {
    const { test: done } = event;
    const expectState = jestExpect.getState();
    done.numPassingAsserts = expectState.numPassingAsserts;
    done.errors.push(...expectState.suppressedErrors);
    jestExpect.setState({ suppressedErrors: [] });
    const unmet = jestExpect.extractExpectedAssertionsErrors();
    if (!(expectState.isExpectingAssertions && done.errors.length > 0)) done.errors.push(...unmet.map(({ error }) => error));
  }
};

const followUnhandledRejections: Circus.EventHandler = (event, state) => {
  const take = (errors: Map<Promise<unknown>, Circus.Exception> | undefined): Circus.Exception[] => {
    const taken = [...(errors?.values() ?? [])];
    for (const promise of errors?.keys() ?? []) {
      state.unhandledRejectionErrorByPromise.delete(promise);
    }
    errors?.clear();
    return taken;
  };
  const unhandled = (item: object): Map<Promise<unknown>, Circus.Exception> | undefined =>
    (item as { unhandledRejectionErrorByPromise?: Map<Promise<unknown>, Circus.Exception> }).unhandledRejectionErrorByPromise;
  if (event.name === 'test_fn_success' || event.name === 'test_fn_failure') {
    for (const error of take(unhandled(event.test))) event.test.errors.push([error, event.test.asyncError]);
  } else if (event.name === 'run_finish') {
    for (const error of take(state.unhandledRejectionErrorByPromise))
      state.unhandledErrors.push([error, new Error('unhandled')] as never);
  }
};
