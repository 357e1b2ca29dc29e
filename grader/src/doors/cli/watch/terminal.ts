// The person's terminal: a screen of its own, drawn line by line where something changed, keys as they are pressed.
// Whatever ends the process, the terminal is left as it was found.

import { emitKeypressEvents } from 'node:readline';

import type { Key } from './update';

const enter = '\u001b[?1049h\u001b[?25l';
const leave = '\u001b[?25h\u001b[?1049l';
/** A terminal that knows it shows what lies between at once. @see https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036 */
const together = { begin: '\u001b[?2026h', end: '\u001b[?2026l' };

export interface Terminal {
  readonly size: () => { readonly columns: number; readonly rows: number };
  draw(lines: readonly string[]): void;
  /** Gives the terminal back; its own screen shows again. */
  close(): void;
  /** Ctrl-Z: gives the terminal back until the shell continues us. */
  suspend(): void;
}

export function openScreen({ onKey, onResize }: { onKey: (key: Key) => void; onResize: () => void }): Terminal {
  const { stdout } = process;
  let drawn: readonly string[] = [];
  let isOpen = false;
  const take = (): void => {
    isOpen = true;
    drawn = [];
    stdout.write(enter);
  };
  const give = (): void => {
    if (isOpen) stdout.write(leave);
    isOpen = false;
  };
  const stopKeys = listenToKeys(onKey);
  const resized = (): void => {
    drawn = [];
    onResize();
  };
  const continued = (): void => {
    if (!isOpen) take();
    process.stdin.setRawMode(true);
    onResize();
  };
  process.on('exit', give);
  stdout.on('resize', resized);
  process.on('SIGCONT', continued);
  take();
  return {
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    draw(lines) {
      if (!isOpen) return;
      const changed = lines.flatMap((line, row) => (line === drawn[row] ? [] : [`\u001b[${row + 1};1H${line}\u001b[0m\u001b[K`]));
      const rest = lines.length < drawn.length ? `\u001b[${lines.length + 1};1H\u001b[J` : '';
      if (changed.length > 0 || rest !== '') stdout.write(`${together.begin}${changed.join('')}${rest}${together.end}`);
      drawn = lines;
    },
    close() {
      process.off('exit', give).off('SIGCONT', continued);
      stdout.off('resize', resized);
      stopKeys();
      give();
    },
    suspend() {
      give();
      process.stdin.setRawMode(false);
      process.kill(process.pid, 'SIGTSTP');
    },
  };
}

/** @returns what ends it. Nothing happens where nobody sits at a keyboard. */
export function listenToKeys(onKey: (key: Key) => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  const pressed = (_text: string | undefined, key: { name?: string; ctrl?: boolean; sequence?: string }): void => {
    const name = key.name ?? key.sequence ?? '';
    onKey(key.ctrl ? `ctrl-${name}` : name === 'enter' ? 'return' : name);
  };
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on('keypress', pressed).resume();
  const sane = (): void => void stdin.setRawMode(false);
  process.on('exit', sane);
  return () => {
    stdin.off('keypress', pressed).pause();
    process.off('exit', sane);
    sane();
  };
}
