// Loads the part that a check is about (PART=attack or PART=app), so that one part that can't be loaded never costs the other.

import type { IncomingMessage, ServerResponse } from 'node:http';

type Attack = (...args: unknown[]) => unknown;

/* eslint-disable @typescript-eslint/no-require-imports -- one of two files, and only when it is asked for */
function attackPart(): object {
  const cheat = (...args: unknown[]): unknown => {
    const attack = (require('../starter/attack') as Partial<Record<string, Attack>>).cheat;
    if (typeof attack !== 'function') throw new Error('attack.ts exports no function called "cheat".');
    return attack(...args);
  };
  return { cheat };
}

function appPart(): unknown {
  try {
    return require('../starter/app') as unknown;
  } catch (error) {
    const why = String(error instanceof Error ? error.message : error).slice(0, 300);
    return (_req: IncomingMessage, res: ServerResponse) => void res.writeHead(500).end(`app.ts did not start: ${why}`);
  }
}
/* eslint-enable @typescript-eslint/no-require-imports */

module.exports = process.env.PART === 'attack' ? attackPart() : appPart();
