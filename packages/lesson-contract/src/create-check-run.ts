// Makes the CheckRun of one exercise and one submission. Pure: the box, the lab sources and the record are handed in.

import type { Box, Program, ProgramOptions, ProgramSource } from '@cookie-lessons/sandbox';

import type { CheckOutcome, CheckRun } from './check-run';
import type { Exercise } from './exercise';

export interface CheckRunParts {
  readonly exercise: Exercise;
  readonly student: { readonly id: string };
  readonly handedIn: ReadonlyMap<string, string>;
  /** 32 bytes. */
  readonly seed: Uint8Array;
  readonly box: Pick<Box, 'load'>;
  /** The box of the lesson's own labs, opened when a check first asks for it. */
  readonly targetBox: () => Pick<Box, 'load'>;
  /** All `.ts` sources below the lesson's `labs/`, by path inside the lesson's package. */
  readonly labFiles: () => ReadonlyMap<string, string>;
  /** What those may load. */
  readonly labModules: readonly string[];
  /** The exercise's own `harness/` sources, by path inside the exercise; empty where there is none. */
  readonly harnessFiles: ReadonlyMap<string, string>;
  readonly onRecord: (outcome: CheckOutcome) => void;
  readonly onFailing?: () => void;
  readonly notStarted?: boolean;
  readonly patience?: number;
  readonly judge?: (outcome: CheckOutcome) => void;
}

export interface OpenCheckRun {
  readonly run: CheckRun;
  /** Ends the run: whatever a check still does with it throws. */
  close(): void;
}

export function createCheckRun(parts: CheckRunParts): OpenCheckRun {
  let open = true;
  const assertOpen = (): void => {
    if (!open) throw new Error('This run is over: a check went on after its end.');
  };
  const run: CheckRun = {
    exercise: parts.exercise,
    student: parts.student,
    handedIn: parts.handedIn,
    seed: parts.seed,
    ...(parts.notStarted === undefined ? {} : { notStarted: parts.notStarted }),
    ...(parts.patience === undefined ? {} : { patience: parts.patience }),
    ...(parts.onFailing === undefined ? {} : { onFailing: parts.onFailing }),
    ...(parts.judge === undefined ? {} : { judge: parts.judge }),
    async startProgram(options: ProgramOptions): Promise<Program> {
      assertOpen();
      return parts.box.load(programSource(parts), options);
    },
    async startTarget(entry: string, options: ProgramOptions = {}): Promise<Program> {
      assertOpen();
      return parts.targetBox().load({ files: parts.labFiles(), entry, modules: parts.labModules }, options);
    },
    record(outcome) {
      assertOpen();
      parts.onRecord(outcome);
    },
    assertOpen,
  };
  return { run, close: () => void (open = false) };
}

/** With a harness, ours is the entry and imports the student's files from `../starter/`, as its own type check sees them. */
function programSource({ exercise, handedIn, harnessFiles }: CheckRunParts): ProgramSource {
  const { entry, harness, modules } = exercise;
  if (harness === undefined) return { files: handedIn, entry, modules };
  const files = new Map(harnessFiles);
  for (const [path, text] of handedIn) files.set(`starter/${path}`, text);
  return { files, entry: harness, modules };
}
