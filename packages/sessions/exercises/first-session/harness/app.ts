// Loads the student's app. One that refuses to start without a key is as it should be, and no failure of its file: then
// what it said can be asked for. With a key nothing is caught, and whatever is wrong with the file is told as usual.

interface Exported {
  readonly default?: unknown;
  readonly app?: unknown;
  readonly createApp?: unknown;
}

let saidInstead: string | null = null;

const exported = process.env.SECRET_KEY ? load() : loadOrRefuse();
export default exported.default;
export const app = typeof exported === 'function' ? (exported as unknown) : exported.app;
export const createApp = exported.createApp;

/** @returns what the app said when it refused to start; null when it started. */
export function refusal(): string | null {
  return saidInstead;
}

function load(): Exported {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would run before anything here could catch what it throws
  return require('../starter/app') as Exported;
}

/** `process.exit(1)` is another way to refuse, and must not end the box. */
function loadOrRefuse(): Exported {
  const { exit } = process;
  process.exit = () => {
    throw new Error('process.exit');
  };
  try {
    return load();
  } catch (error) {
    saidInstead = error instanceof Error ? error.message : 'something that is no Error';
    return {};
  } finally {
    process.exit = exit;
  }
}
