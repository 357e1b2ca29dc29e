// Where commands print: results to stdout, progress and errors to stderr.

export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function sayAside(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The width of the terminal; Infinity where nobody sits at one. COLUMNS overrules, as usual. */
export function terminalColumns(): number {
  return Number(process.env.COLUMNS) || process.stdout.columns || Infinity;
}

/** One line that is written over and over while something goes on; only where a person sits at a terminal. */
export class StatusLine {
  readonly #isLive = process.stderr.isTTY === true;

  show(text: string): void {
    if (this.#isLive) process.stderr.write(`\r\u001b[K${text}`);
  }

  clear(): void {
    if (this.#isLive) process.stderr.write('\r\u001b[K');
  }
}
