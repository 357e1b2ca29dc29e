// Somebody else's words inside a sentence of ours: on one line, not too long, without control characters.

const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

export function quoted(text: string, maxLength = 60): string {
  return `"${said(text, maxLength)}"`;
}

/** Without quotation marks, e.g. an error's message. */
export function said(text: string, maxLength = 200): string {
  const line = text
    .slice(0, maxLength * 4)
    .replace(unprintable, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}

/** e.g. `a, b and c` */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
