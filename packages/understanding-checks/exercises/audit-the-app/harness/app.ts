// Loads the student's store. One that refuses to start without a key does what it should: that is no failure of its file, and can
// be asked for. With a key nothing is caught, and whatever is wrong with the file is told as usual.

interface Store {
  readonly default?: unknown;
  readonly app?: unknown;
  readonly createApp?: unknown;
}

let refused = false;

const store = process.env.COOKIE_KEY ? load() : loadOrRefuse();
export default store.default;
export const app = typeof store === 'function' ? (store as unknown) : store.app;
export const createApp = store.createApp;

/** Did the store refuse to start? */
export function hasRefused(): boolean {
  return refused;
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
    return made(load());
  } catch {
    refused = true;
    return { app: () => {} };
  } finally {
    process.exit = exit;
  }
}

/** Where the app is made by a function, that is where it refuses. */
function made(loaded: Store): Store {
  const { default: exported, createApp: create } = loaded;
  const factory = typeof exported === 'function' && exported.name === 'createApp' ? exported : create;
  const hasApp = typeof loaded === 'function' || loaded.app !== undefined || (exported !== undefined && exported !== factory);
  return typeof factory === 'function' && !hasApp ? { app: (factory as () => unknown)() } : loaded;
}
