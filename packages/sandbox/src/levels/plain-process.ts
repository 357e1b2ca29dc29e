// Level process: a separate process with limits and nothing else. For a student's own work on their own machine.

import { realpathSync } from 'node:fs';
import { join } from 'node:path';

import { type CommandLine, type CommandParts, nodeFlags, resourceLimits } from './command-line';

export function plainProcessCommand({ limits, host, listenAt }: CommandParts): CommandLine {
  const line = [
    ...(process.platform === 'linux' ? resourceLimits(limits) : []),
    realpathSync(process.execPath),
    ...nodeFlags(limits, host.nodeFlags),
    join(host.directory, host.script),
    ...(listenAt === null ? [] : ['--listen', listenAt]),
  ];
  return { command: line[0] as string, args: line.slice(1), descriptor4: null };
}
