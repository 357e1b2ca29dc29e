// The anchors of a page of text, as links name them.

export function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));
}

/** @param heading in Markdown or in words: marks go. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').trim().replace(/ +/g, '-'); // prettier-ignore
}
