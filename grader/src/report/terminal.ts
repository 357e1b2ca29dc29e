// What the terminal shows: a line a submission while the class is graded, a table, then what failed and why.

import type { Report, ReportExercise, ReportSubmission } from '@cookie-lessons/lesson-contract';
import Table from 'cli-table3';
import pc from 'picocolors';

import { percentOf } from './make-report';
import { forTerminal } from './safe-text';
import { wrap } from './wrap';

const barWidth = 10;
const maxDetailed = 5;

export function progressLine(
  done: number,
  total: number,
  { source, verdict, points, reason, exercises }: ReportSubmission,
  resumed: boolean,
): string {
  const percent = percentOf(points);
  const seconds = exercises.reduce((sum, exercise) => sum + exercise.seconds, 0);
  const what = resumed
    ? 'graded before'
    : verdict === 'graded'
      ? `${seconds.toFixed(1)} s`
      : forTerminal(reason.split('\n')[0] ?? '');
  const mark =
    verdict === 'graded' ? (percent === null ? pc.dim('·') : percent === 100 ? pc.green('✓') : pc.yellow('•')) : pc.red('!');
  return `${pc.dim(`${String(done).padStart(String(total).length)}/${total}`)} ${mark} ${forTerminal(source)} ${percent === null ? '' : `${percent} %`} ${pc.dim(what)}`;
}

/** What is being graded at this moment. */
export function beganLine(done: number, total: number, source: string, exerciseId: string): string {
  return pc.dim(`${String(done).padStart(String(total).length)}/${total}   ${forTerminal(source).slice(0, 30)}: ${exerciseId} …`);
}

export function renderTable({ submissions, isolation }: Report): string {
  const plain = !pc.isColorSupported;
  const table = new Table({
    head: ['Submission', 'Points', '', '', 'Passed', 'Notes'],
    style: plain ? { head: [], border: [] } : { head: ['bold'], border: ['gray'] },
    colAligns: ['left', 'right', 'right', 'left', 'right', 'left'],
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const submission of submissions) table.push(row(submission));
  return `${isolation.stamp ? pc.red(`${isolation.stamp}: made without a sandbox that holds. Do not trust these scores.\n`) : ''}${table.toString()}`;
}

function row({ source, verdict, points, exercises, reason }: ReportSubmission): string[] {
  const checks = exercises.filter(({ withheld }) => withheld !== true).flatMap((exercise) => exercise.checks);
  const percent = percentOf(points);
  const untouched = exercises.filter(({ state }) => state === 'not-started').length;
  const note =
    verdict === 'graded'
      ? untouched > 0
        ? `${untouched} not started`
        : ''
      : `${verdict}: ${reason.split('\n')[0] ?? ''}`.slice(0, 60);
  return [
    forTerminal(source).slice(0, 40),
    points === null ? '' : `${points.earned} / ${points.possible}`,
    percent === null ? '' : `${percent} %`,
    percent === null ? '' : bar(percent),
    verdict === 'graded' ? `${checks.filter(({ outcome }) => outcome === 'passed').length} of ${checks.length}` : '',
    forTerminal(note),
  ];
}

function bar(percent: number): string {
  const full = Math.round((percent / 100) * barWidth);
  return pc.green('█'.repeat(full)) + pc.dim('░'.repeat(barWidth - full));
}

/** What failed and why, for the first few submissions that have something; the HTML report has all. */
export function renderFailures({ submissions }: Report, columns = Infinity): string {
  const withFailures = submissions.filter(({ exercises }) => exercises.some(hasFailed));
  const shown = withFailures.slice(0, maxDetailed).map((submission) => {
    const blocks = submission.exercises.filter(hasFailed).map((exercise) => renderExercise(exercise, columns));
    return `${pc.bold(forTerminal(submission.source))}\n${blocks.join('\n')}`;
  });
  if (withFailures.length > maxDetailed) shown.push(pc.dim(`… and ${withFailures.length - maxDetailed} more: see the report.`));
  return shown.join('\n\n');
}

function hasFailed({ state, checks, withheld }: ReportExercise): boolean {
  return state !== 'not-started' && withheld !== true && checks.some(({ outcome }) => outcome !== 'passed');
}

/**
 * One exercise's checks, a line each, with the reason under what failed.
 *
 * @param first advice that explains what comes after it, and so stands before the checks.
 */
export function renderExercise(
  { id, points, checks, advice, state, withheld }: ReportExercise,
  columns = Infinity,
  first: readonly string[] = [],
): string {
  const lines = [`  ${id}  ${pc.dim(`${points.earned} / ${points.possible}${state === 'not-started' ? ', not started' : ''}`)}`];
  if (withheld === true)
    return [...lines, pc.dim('    Which questions were right is told when the sheet is closed (--closed).')].join('\n');
  lines.push(...first.map((line) => renderAdvice(line, columns)));
  for (const { sentence, outcome, feedback, visible } of checks) {
    const mark = outcome === 'passed' ? pc.green('✓') : outcome === 'failed' ? pc.red('✗') : pc.dim('○');
    lines.push(
      `    ${mark} ${sentence}${outcome === 'not-run' ? pc.dim(' (not run)') : ''}${visible ? '' : pc.dim(' (hidden)')}`,
    );
    if (outcome === 'failed' && feedback.message !== '') lines.push(...wrap(forTerminal(feedback.message), '        ', columns));
  }
  lines.push(...advice.filter((line) => !first.includes(line)).map((line) => renderAdvice(line, columns)));
  return lines.join('\n');
}

/** Also what is said of an exercise without its checks. */
export function renderAdvice(line: string, columns: number): string {
  return `    ${pc.yellow('!')} ${wrap(forTerminal(line), '      ', columns).join('\n').trimStart()}`;
}
