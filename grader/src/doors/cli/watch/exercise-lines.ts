// One exercise on the watch screen: its checks, a line each, and why the first of them fails.

import { pageOf, type ReportCheck } from '@cookie-lessons/lesson-contract';
import pc from 'picocolors';

import type { Diagnosis } from '../../../diagnose/diagnose';
import { ends, fileLink, fit, fitPath, type Look, paragraph } from './look';
import { firstFailure, hintOf, type Outcome, type Row, rowAt, type WatchState } from './watch-state';

export function exerciseLines(state: WatchState, look: Look): string[] {
  const row = rowAt(state);
  const outcome = state.outcomes.get(row.id) ?? null;
  const isStarted = state.standings.get(row.id)?.state !== 'not-started';
  return [
    ends(row.title, figures(state, row, outcome), look.columns, { left: pc.bold, right: pc.dim }),
    pc.dim(fileLink(row.entry, look, fitPath(row.entry, look.columns))),
    ...appLines(state, row, look),
    '',
    ...(isStarted ? [] : [...howToBegin(row, look), '']),
    ...diagnosisLines(row, outcome?.diagnosis ?? state.misplaced.get(row.id) ?? null, look),
    ...row.checks.map((check) => checkLine(check, outcome, look)),
    '',
    ...(isStarted ? explanation(state, row, outcome, look) : []),
    ...hintLines(state, look),
  ];
}

function figures({ checking }: WatchState, { id, checks, lesson }: Row, outcome: Outcome | null): string {
  if (checking.has(id)) return 'checking …';
  const possible = checks.reduce((sum, { points }) => sum + points, 0);
  return outcome === null ? `${lesson} · ${possible} points` : `${outcome.report.points.earned} of ${possible} points`;
}

function howToBegin({ task, entry, minutes }: Row, look: Look): string[] {
  return [
    ...paragraph(`Not started yet; it takes about ${minutes} minutes. Checks run whenever you save.`, look, { indent: 2 }),
    `  ${pc.dim('1.')} Read ${fileLink(task, look, fitPath(task, look.columns - 10))}`,
    `  ${pc.dim('2.')} Edit ${fileLink(entry, look, fitPath(entry, look.columns - 10))}`,
  ];
}

function diagnosisLines({ entry }: Row, diagnosis: Diagnosis | null, look: Look): string[] {
  if (!diagnosis) return [];
  const folder = entry.split('/').slice(0, 3).join('/');
  const place = diagnosis.where === null ? '' : `${folder}/${diagnosis.where.path}:${diagnosis.where.line}`;
  return [
    ...(place === ''
      ? []
      : [`  ${pc.yellow('!')} ${fileLink(place.replace(/:\d+$/, ''), look, fitPath(place, look.columns - 4))}`]),
    ...paragraph(diagnosis.what, look, { first: place === '' ? `  ${pc.yellow('!')}` : '' }),
    ...paragraph(diagnosis.repair, look, { style: pc.bold }),
    '',
  ];
}

function checkLine({ id, sentence, points }: Row['checks'][number], outcome: Outcome | null, { columns }: Look): string {
  const came = outcome?.report.checks.find((check) => check.id === id)?.outcome ?? 'not-run';
  const mark = { passed: pc.green('✓'), failed: pc.red('✗'), 'not-run': pc.dim('○') }[came];
  const right = came === 'not-run' && outcome !== null ? `not run  ${points}` : String(points);
  return `  ${mark} ${ends(sentence, right, columns - 4, { right: pc.dim, ...(came === 'not-run' ? { left: pc.dim } : {}) })}`;
}

function explanation(state: WatchState, row: Row, outcome: Outcome | null, look: Look): string[] {
  if (outcome === null) return [];
  const failed = firstFailure(state, row.id);
  if (failed === null) return [...solvedLines(state, row, look), ...adviceLines(outcome, look)];
  const exchange = outcome.lastExchanges.get(failed.id);
  return [
    ...paragraph(failed.sentence, look, {
      first: `  ${failed.outcome === 'failed' ? pc.red('✗') : pc.dim('○')}`,
      style: pc.bold,
    }),
    ...paragraph(reasonOf(failed, outcome), look),
    ...(exchange === undefined
      ? []
      : [
          ...paragraph(exchange.sent, look, { indent: 15, first: `    ${pc.dim('Last sent')}` }),
          ...paragraph(exchange.cameBack, look, { indent: 15, first: `    ${pc.dim('Came back')}` }),
        ]),
    readLine(row, failed, look),
    ...adviceLines(outcome, look),
  ];
}

function reasonOf({ outcome, visible, feedback }: ReportCheck, { diagnosis }: Outcome): string {
  if (feedback.message !== '') return feedback.message;
  if (outcome === 'not-run') return diagnosis === null ? 'It was not run: its test is not in this copy.' : 'It was not run.';
  return visible ? 'It failed.' : 'A hidden check: what exactly it asks is told to nobody. The task says all it can ask.';
}

function readLine({ id }: Row, { feedback }: ReportCheck, look: Look): string {
  const { path, heading } = pageOf(id.split('/')[0] ?? '', feedback.section);
  const place = fitPath(path, look.columns - 15);
  const where = heading === null ? '' : ` (${heading})`;
  const isRoom = 15 + place.length + where.length <= look.columns;
  return `    ${pc.dim('Read')}       ${fileLink(path, look, place)}${isRoom ? pc.dim(where) : ''}`;
}

function solvedLines({ rows }: WatchState, { id, hasSolution }: Row, look: Look): string[] {
  const isLast = rows.at(-1)?.id === id;
  const compare = hasSolution ? ' d compares it with ours.' : '';
  return paragraph(`All of it is right.${isLast ? '' : ' n takes you to the next exercise.'}${compare}`, look, {
    first: `  ${pc.green('✓')}`,
    style: pc.green,
  });
}

function adviceLines({ typeAdvice, diagnosis, report }: Outcome, look: Look): string[] {
  const lines = diagnosis === null ? [...report.advice, ...typeAdvice] : typeAdvice;
  if (lines.length === 0) return [];
  return ['', ...lines.flatMap((line) => paragraph(line, look, { first: `  ${pc.yellow('!')}`, style: pc.dim }))];
}

function hintLines(state: WatchState, look: Look): string[] {
  if (!state.showsHint) return [];
  return ['', ...paragraph(hintOf(state), look, { indent: 15, first: `    ${pc.cyan('Hint')}` })];
}

function appLines({ app }: WatchState, { id }: Row, look: Look): string[] {
  if (app === null || app.id !== id) return [];
  return app.lines.map((line) => `${pc.cyan('▸')} ${fit(line, look.columns - 2)}`);
}
