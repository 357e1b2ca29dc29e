// Where commands print: results to stdout, progress and errors to stderr.

export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function sayAside(text: string): void {
  process.stderr.write(`${text}\n`);
}
