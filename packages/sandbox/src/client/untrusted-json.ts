// JSON from somebody who may wish us ill: bounded depth, and no key that could become a prototype.

import { ProgramFault } from '../program-fault';

const maxDepth = 200;

/** @throws ProgramFault bad-response for text that isn't JSON or is nested more than 200 deep. */
export function parseUntrustedJson(text: string): unknown {
  if (deepest(text) > maxDepth) throw new ProgramFault('bad-response', `JSON nested more than ${maxDepth} deep`);
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)) as unknown;
  } catch {
    throw new ProgramFault('bad-response', 'not JSON');
  }
}

function deepest(text: string): number {
  let depth = 0;
  let deepestSeen = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') deepestSeen = Math.max(deepestSeen, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  return deepestSeen;
}
