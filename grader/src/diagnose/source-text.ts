// Reading a student's source without running it: enough to find a likely place, never to decide anything.

import type { Place } from './diagnosis';

type Files = ReadonlyMap<string, string>;

/** Comments become blanks, so that a word in them is not taken for code. Lines stay where they are. */
export function codeOf(source: string): string {
  return source.replace(commentOrText, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, ' ') : found));
}

const commentOrText = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Where `pattern` is found first. */
export function placeOf(files: Files, pattern: RegExp): Place | null {
  return placesOf(files, pattern)[0] ?? null;
}

export function placesOf(files: Files, pattern: RegExp): readonly Place[] {
  const everywhere = new RegExp(pattern, [...new Set(`${pattern.flags}gm`)].join(''));
  return [...files].flatMap(([path, source]) => {
    if (!/\.[cm]?[jt]sx?$/.test(path)) return [];
    const code = codeOf(source);
    return [...code.matchAll(everywhere)].map(({ index }) => ({ path, line: lineAt(code, index) }));
  });
}

/** @returns whether `pattern` is in the code of some file. */
export function isIn(files: Files, pattern: RegExp): boolean {
  return placeOf(files, pattern) !== null;
}

/** The names that a file exports, `default` among them; in the order in which they stand there. */
export function exportedNames(source: string): readonly string[] {
  const code = codeOf(source);
  const declared = [
    ...code.matchAll(/^export\s+(default\b|(?:declare\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s+(\w+))/gm),
  ].map(([, what, name]) => name ?? what ?? '');
  const inBraces = [...code.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list.split(',').map(
      (item) =>
        item
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  const assigned = [...code.matchAll(/^(?:module\.)?exports\.(\w+)\s*=/gm)].map(([, name = '']) => name);
  return [...new Set([...declared, ...inBraces, ...assigned])].filter((name) => name !== '');
}

/** A student's text as part of a pattern. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
