// Long sentences on a terminal, broken between words and kept under their indentation.

/** @param columns the terminal's width; Infinity where lines are read by a program. */
export function wrap(text: string, indent: string, columns: number): string[] {
  const room = Math.max(20, columns - indent.length);
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > room) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current].map((part) => `${indent}${part}`);
  });
}
