// Does a .gitignore keep a file at the root of the repository out? The last pattern that fits decides.

/** @see gitignore(5). Only for a file beside the .gitignore: patterns of folders never fit it. */
export function gitIgnores(patterns: string, file: string): boolean {
  let isIgnored = false;
  for (const line of patterns.split(/\r?\n/)) {
    const pattern = line.replace(/(?<!\\) +$/, '');
    if (pattern === '' || pattern.startsWith('#')) continue;
    const takesBack = pattern.startsWith('!');
    if (fits(takesBack ? pattern.slice(1) : pattern, file)) isIgnored = !takesBack;
  }
  return isIgnored;
}

function fits(pattern: string, file: string): boolean {
  const atRoot = pattern.replace(/^\/?(?:\*\*\/)*/, '');
  if (atRoot.includes('/')) return false;
  return glob(atRoot.replace(/\\(.)/g, '$1'), file);
}

/** `*`, `?` and `[…]`, without a regular expression of somebody else's making: it could take for ever. */
function glob(pattern: string, text: string): boolean {
  if (pattern.length > 200) return false;
  let reached = new Set([0]);
  for (const token of pattern.match(/\*+|\[[^\]]*\]|[^]/g) ?? []) {
    const next = new Set<number>();
    for (const at of reached) {
      if (token.startsWith('*')) for (let to = at; to <= text.length; to++) next.add(to);
      else if (at < text.length && isOneOf(token, text.charAt(at))) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(text.length);
}

function isOneOf(token: string, character: string): boolean {
  if (token === '?') return true;
  if (!token.startsWith('[') || token.length < 3) return token === character;
  const [, not = '', inside = ''] = /^\[([!^]?)(.*)\]$/.exec(token) ?? [];
  let isInside = false;
  for (const [, from = '', to] of inside.matchAll(/(.)(?:-(.))?/gs)) {
    isInside ||= to === undefined ? character === from : character >= from && character <= to;
  }
  return isInside === (not === '');
}
