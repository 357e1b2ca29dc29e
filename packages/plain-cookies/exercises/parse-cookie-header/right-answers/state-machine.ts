// Character by character.
export function parseCookieHeader(header: string): Map<string, string> {
  const found: [string, string][] = [];
  let name: string | null = null;
  let start = 0;
  for (let at = 0; at <= header.length; at++) {
    const character = header.charAt(at);
    if (character === '=' && name === null) {
      name = header.slice(start, at);
      start = at + 1;
    } else if (character === ';' || at === header.length) {
      if (name !== null) found.push([strip(name), strip(header.slice(start, at))]);
      name = null;
      start = at + 1;
    }
  }
  // A Map made from pairs keeps the last of a name: turn them round.
  return new Map(found.reverse());
}

function strip(text: string): string {
  const characters = Array.from(text);
  while (characters[0] === ' ' || characters[0] === '\t') characters.shift();
  while (characters.at(-1) === ' ' || characters.at(-1) === '\t') characters.pop();
  return characters.join('');
}
