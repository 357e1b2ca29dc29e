// Tables with real headers: columns always, rows where the corner is empty. A wide one scrolls by itself, by keyboard too.

import { anchorOf } from '@cookie-lessons/lesson-contract';

import { plainWords, type Rules, type Token } from './rules';

export function dressTables(rules: Rules): void {
  let cornerIsEmpty = false;
  rules.table_open = (tokens, index) => {
    cornerIsEmpty = isEmpty(tokens[tokens.findIndex(({ type }, at) => at > index && type === 'th_open') + 1]);
    return `<div class="table" role="group" aria-label="Table: ${headersOf(tokens, index)}" tabindex="0"><table>`;
  };
  rules.table_close = () => '</table></div>\n';
  rules.th_open = (tokens, index) => (isEmpty(tokens[index + 1]) ? '<td>' : '<th scope="col">');
  rules.th_close = (tokens, index) => (isEmpty(tokens[index - 1]) ? '</td>' : '</th>\n');
  rules.td_open = (tokens, index) => (isRowHeader(tokens[index - 1]) ? '<th scope="row">' : '<td>');
  rules.td_close = (tokens, index) => (isRowHeader(tokens[index - 3]) ? '</th>\n' : '</td>\n');

  function isRowHeader(before: Token | undefined): boolean {
    return cornerIsEmpty && before?.type === 'tr_open';
  }
}

function isEmpty(cell: Token | undefined): boolean {
  return cell?.content === '';
}

/** In words that need no escaping. */
function headersOf(tokens: readonly Token[], table: number): string {
  const end = tokens.findIndex(({ type }, index) => index > table && type === 'thead_close');
  const cells = tokens.slice(table, end).filter(({ type }) => type === 'inline');
  const words = cells.map((cell) => anchorOf(plainWords(cell)).replaceAll('-', ' '));
  return words.filter((word) => word !== '').join(', ');
}
