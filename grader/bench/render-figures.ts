// The table that the bench prints, and what has to be known to read it.

import Table from 'cli-table3';

import type { Cost } from './measure';
import { countPassed, disagreements, type Outcomes } from './outcomes';

export interface Round {
  readonly grader: Cost;
  readonly jest: Cost;
  /** Of the checks alone. */
  readonly bare: Cost;
  readonly outcomes: { readonly grader: Outcomes; readonly jest: Outcomes; readonly bare: Outcomes };
}

export interface BenchFacts {
  readonly submissions: number;
  readonly exercises: number;
  readonly leftOut: readonly string[];
  readonly level: string;
  readonly cores: number;
  readonly resetModules: boolean;
}

export function renderFigures(facts: BenchFacts, rounds: readonly Round[]): string {
  const { submissions, exercises, leftOut, level, cores, resetModules } = facts;
  const each = (ms: number): number => ms / submissions;
  const table = new Table({
    head: [`median of ${rounds.length}`, 'this grader', 'jest -i', 'ratio', 'ratio in each round'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  const add = (name: string, figure: (cost: Cost) => number): void => {
    const pairs = rounds.map((round) => ({ grader: figure(round.grader), jest: figure(round.jest) }));
    const ratios = pairs.map((pair) => pair.jest / pair.grader);
    table.push([
      name,
      median(pairs.map((pair) => pair.grader)).toFixed(0),
      median(pairs.map((pair) => pair.jest)).toFixed(0),
      times(median(ratios)),
      ratios.map(times).join(' '),
    ]);
  };
  if (isCounted(rounds)) add('CPU, ms a submission', (cost) => each(cost.cpuMs ?? NaN));
  add(isCounted(rounds) ? '  the same by the whole machine (1)' : 'CPU, ms a submission (1)', (cost) => each(cost.machineMs));
  add('wall, ms a submission', (cost) => each(cost.wallMs));
  add('largest process, MB', (cost) => cost.largestBytes / 1024 ** 2);
  add('all processes at once, MB (2)', (cost) => cost.togetherBytes / 1024 ** 2);
  return [
    `${submissions} generated submissions of ${exercises} exercises${leftOut.length > 0 ? `; left out, since not both sides tell that their solutions pass: ${leftOut.join(', ')}` : ''}.`,
    `This grader: npm run grade at level ${level}, ${cores} workers, from folders to written reports. Jest: one process a submission,`,
    `${cores} at a time, @swc/jest with a warm cache for all but the submission's own files, which it imports: no isolation at all.`,
    resetModules
      ? 'It loads packages anew for every check (jest.resetModules).'
      : 'It loads packages such as express once a test file; --reset-modules loads them for every check.',
    `${cores} cores, Node ${process.version}.`,
    '',
    table.toString(),
    renderOutcomes(rounds),
    renderBare(rounds, submissions),
    '',
    isCounted(rounds)
      ? 'CPU: a control group a side; every process in it counts, boxes and ended ones too. What the kernel does when a box ends is only in (1).'
      : 'CPU: no control group can be made here, and what boxes use is seen by nobody who waits for them: see (1).',
    "(1) The whole machine's count (/proc/stat), less its rate in the second before: nothing hides there, but others' work gets in.",
    '(2) Resident sizes added, looked at every 50 ms: what processes share is counted in each.',
    ...renderNoise(rounds, cores),
  ].join('\n');
}

/** About how far from Jest a grader is that has no walls, and does nothing but run the checks. */
function renderBare(rounds: readonly Round[], submissions: number): string {
  const cpuMs = ({ cpuMs: counted, machineMs }: Cost): number => counted ?? machineMs;
  const ms = median(rounds.map(({ bare }) => cpuMs(bare) / submissions));
  const jest = median(rounds.map((round) => cpuMs(round.jest) / cpuMs(round.bare)));
  const ours = median(rounds.map((round) => cpuMs(round.grader) / cpuMs(round.bare)));
  const last = rounds.at(-1)?.outcomes;
  const different = last ? disagreements(last.bare, last.jest).length : 0;
  return (
    `The checks alone, in one process without any wall, its start included, take ${ms.toFixed(0)} ms of CPU a submission (${different} came out ` +
    `differently from Jest's): ${times(ours)} that here, ${times(jest)} in Jest.`
  );
}

function isCounted(rounds: readonly Round[]): boolean {
  return rounds.every(({ grader, jest }) => grader.cpuMs !== null && jest.cpuMs !== null);
}

/** Cores that others use make both sides slower, and not evenly: a figure made then is not worth much. */
function renderNoise(rounds: readonly Round[], cores: number): readonly string[] {
  const busiest = Math.max(
    ...rounds.flatMap(({ grader, jest, bare }) => [grader, jest, bare].map(({ othersCores }) => othersCores)),
  );
  if (busiest < 0.1 * cores) return [];
  return ['', `Others kept up to ${busiest.toFixed(1)} of ${cores} cores busy meanwhile: measure again on a quiet machine.`];
}

function renderOutcomes(rounds: readonly Round[]): string {
  const last = rounds.at(-1)?.outcomes;
  if (!last) return '';
  const [grader, jest] = [countPassed(last.grader), countPassed(last.jest)];
  const different = disagreements(last.grader, last.jest);
  const examples = different.slice(0, 5).map((key) => `\n  ${key}: ${last.grader.get(key)} here, ${last.jest.get(key)} in Jest`);
  return (
    `Checks passed / failed: ${grader.passed} / ${grader.failed} here, ${jest.passed} / ${jest.failed} in Jest; ` +
    `${different.length} of ${grader.passed + grader.failed} came out differently.${examples.join('')}`
  );
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)}x`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}
