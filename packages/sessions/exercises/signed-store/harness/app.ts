// Loads the student's store. A store that refuses to start without a key is as it should be, and no failure of its file: then
// what it said can be asked for. With a key nothing is caught, and whatever is wrong with the file is told as usual.

interface Store {
  readonly default?: unknown;
  readonly app?: unknown;
  readonly createApp?: unknown;
}

let saidInstead: string | null = null;

const store = process.env.STORE_KEY ? load() : loadOrRefuse();
export default store.default;
export const app = typeof store === 'function' ? (store as unknown) : store.app;
export const createApp = store.createApp;

/** @returns what the store said when it refused to start; null when it started. */
export function refusal(): string | null {
  return saidInstead;
}

function load(): Store {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would run before anything here could catch what it throws
  return require('../starter/app') as Store;
}

/** `process.exit(1)` is another way to refuse, and must not end the box. */
function loadOrRefuse(): Store {
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
