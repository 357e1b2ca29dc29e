// The watch without a screen: for screen readers, logs and editors' task panes. Every event is printed once, nothing is drawn over.

import { forTerminal } from '../../../report/safe-text';
import { exerciseLines } from './exercise-lines';
import { headerLine, listLines } from './draw-screen';
import type { Look } from './look';
import type { WatchEvent } from './update';
import { hintOf, rowAt, type WatchState } from './watch-state';

const help = 'Keys: n next, h hint, l list, c check all, o site, r run the app, x reset, d diff to the solution, q quit.';

/** @param event what has just led from `before` to `after`. @returns the lines to print; none where nothing is to be said. */
export function plainLines(before: WatchState, after: WatchState, event: WatchEvent, look: Look): string[] {
  if (after.asks !== before.asks && after.asks === 'reset')
    return [`Put the starter of "${rowAt(after).title}" back? A copy of yours is kept. Press y for yes, any other key for no.`];
  if (after.at !== before.at) return exerciseLines(after, look);
  switch (event.type) {
    case 'checked':
      return [
        ...[...event.outcomes.keys()].flatMap((id) =>
          id === rowAt(after).id ? exerciseLines(after, look) : elsewhere(after, id),
        ),
        headerLine(after, { ...look, columns: 60 }).trim(),
      ];
    case 'standings':
      return [...event.misplaced].filter(([id]) => !before.misplaced.has(id)).flatMap(([id, { what, repair }]) => [`${id}: ${what}`, repair].map(forTerminal)); // prettier-ignore
    case 'check-began':
      return [`Checking ${event.ids.join(', ')} …`];
    case 'app':
      return event.printed
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(forTerminal);
    case 'app-ended':
      return before.app === null ? [] : ['The app has ended.'];
    case 'diff':
      return event.lines.map(forTerminal);
    case 'notice':
      return after.notice === '' ? [] : [after.notice];
    case 'key':
      if (after.showsHint && !before.showsHint) return [`Hint: ${hintOf(after)}`];
      if (after.view === 'list' && before.view !== 'list') return listLines(after, { ...look, columns: 76 });
      if (after.notice !== before.notice && after.notice !== '') return [after.notice];
      return event.key === '?' ? [help] : [];
    default:
      return [];
  }
}

export function plainBeginning(state: WatchState, look: Look): string[] {
  return [
    headerLine(state, { ...look, columns: 60 }).trim(),
    ...exerciseLines(state, look),
    'Checks run whenever you save. Ctrl-C ends.',
    help,
  ];
}

function elsewhere(state: WatchState, id: string): string[] {
  const standing = state.standings.get(id);
  return [`${id}: ${standing?.passed ?? 0} of ${standing?.of ?? 0} checks pass.`];
}
