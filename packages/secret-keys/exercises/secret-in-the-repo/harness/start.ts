// Starts the student's server on a machine with or without a key. Refusing to start can be as it should be, so it is no failure
// of the file: what the server said then can be asked for.

import { layFile } from './lay-a-file';

interface Server {
  readonly default?: unknown;
  readonly app?: unknown;
  readonly createApp?: unknown;
}

/** Where the file of SESSION_KEY_FILE lies, and what is in it; no business of the server's. */
const { SESSION_KEY_FILE: path, CONTENT_OF_THE_FILE: content } = process.env;
delete process.env.CONTENT_OF_THE_FILE;
if (path !== undefined && content !== undefined) layFile(path, content);

let saidInstead: string | null = null;
const server = start();

export default server.default;
export const { app } = server;

/** @returns what the server said when it refused to start; null when it started. */
export function refusal(): string | null {
  return saidInstead;
}

/** Whatever ends a real process must not end the box: `process.exit(1)`, and a promise that nobody catches. */
function start(): Server {
  const { exit } = process;
  const refused = (error: unknown): void => {
    saidInstead ??= error instanceof Error ? error.message.slice(0, 300) : 'something that is no Error';
  };
  process.exit = (code) => {
    const ended = new Error(`process.exit(${code ?? ''})`);
    refused(ended);
    throw ended;
  };
  process.on('unhandledRejection', refused);
  // One turn of the loop later: who asks a secret manager refuses a moment after the file was loaded.
  setImmediate(() => {
    process.exit = exit;
    process.off('unhandledRejection', refused);
  });
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would run before anything here could catch what it throws
    const exported = require('../starter/server') as Server;
    if (typeof exported === 'function') return { app: exported };
    // A factory that is called here can refuse here.
    const make = [exported.default, exported.createApp].find((one) => typeof one === 'function' && one.name === 'createApp');
    return make === undefined ? exported : { app: (make as () => unknown)() };
  } catch (error) {
    refused(error);
    return {};
  }
}
