// A question and what came of it, as lines for a terminal.

import type { GradedAnswer, PaperQuestion } from '@cookie-lessons/question-bank';
import pc from 'picocolors';

import { wrap } from '../../../report/wrap';

export function renderQuestion({ question, asked, choices }: PaperQuestion, place: string, columns: number): string {
  return [
    pc.dim(`${place}  ${question.title}`),
    ...wrap(plain(asked.prompt), '', columns),
    ...(asked.shown === undefined ? [] : ['', ...asked.shown.split('\n').map((line) => `    ${pc.cyan(line)}`), '']),
    ...choices.flatMap(({ letter, text }) => hanging(`  ${letter}  `, plain(text), columns)),
    pc.dim(howToAnswer(question.kind, asked.unit)),
  ].join('\n');
}

export function renderOutcome(graded: GradedAnswer, explanation: string, section: string, columns: number): string {
  const [lesson = '', page = ''] = (section.split('#')[0] ?? '').split('/');
  const mark = graded.right ? pc.green('✓ Right.') : graded.fraction > 0 ? pc.yellow('◐ Partly.') : pc.red('✗ Not right.');
  return [
    mark,
    ...(graded.belief === null ? [] : wrap(plain(graded.belief.text), '  ', columns)),
    ...wrap(plain(explanation), '  ', columns),
    pc.dim(`  More: packages/${lesson}/lesson-text/${page}.md`),
    '',
  ].join('\n');
}

function howToAnswer(kind: PaperQuestion['question']['kind'], unit: string | undefined): string {
  switch (kind) {
    case 'multiple':
      return 'All that are true, e.g. a c. Enter skips, q stops.';
    case 'order':
      return 'All letters in their order, e.g. b a c. Enter skips, q stops.';
    case 'number':
      return `A number${unit === undefined ? '' : ` of ${unit}`}. Enter skips, q stops.`;
    case 'read':
      return 'Type it. Enter skips, :q stops.';
    default:
      return 'One letter. Enter skips, q stops.';
  }
}

/** Markdown's backticks and stars mean nothing on a terminal. */
function plain(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/`([^`]+)`/g, '$1');
}

function hanging(head: string, text: string, columns: number): string[] {
  const lines = wrap(text, ' '.repeat(head.length), columns);
  return [head + (lines[0] ?? '').slice(head.length), ...lines.slice(1)];
}
