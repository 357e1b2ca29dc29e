// Is this process still as it was before its first program? Compares what a program could have left behind for the next.

const { getOwnPropertyDescriptor, is } = Object;
const { ownKeys, apply } = Reflect;
const { push } = Array.prototype;

interface Snapshot {
  readonly name: string;
  readonly target: object;
  readonly properties: readonly (readonly [PropertyKey, unknown, unknown, unknown])[];
}

const intrinsicNames = [
  'Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'RegExp', 'Error', 'TypeError', 'RangeError', 'SyntaxError',
  'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'Uint8Array', 'Buffer', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder',
] as const; // prettier-ignore

let snapshots: readonly Snapshot[] = [];
let processListeners = new Map<string, number>();

/** Called once, before any program is loaded. @param shared the modules that programs share, by name. */
export function rememberStart(shared: Readonly<Record<string, unknown>>): void {
  const watched: [string, object][] = [
    ['globalThis', globalThis],
    ['JSON', JSON],
    ['Math', Math],
    ['Reflect', Reflect],
    ['console', console],
  ];
  for (const name of intrinsicNames) {
    const constructor = (globalThis as unknown as Record<string, { prototype?: object }>)[name];
    if (!constructor) continue;
    watched.push([name, constructor]);
    if (constructor.prototype) watched.push([`${name}.prototype`, constructor.prototype]);
  }
  for (const [name, exported] of Object.entries(shared)) watchModule(name, exported, watched);
  snapshots = watched.map(([name, target]) => ({ name, target, properties: describe(target) }));
  processListeners = countProcessListeners();
}

function watchModule(name: string, exported: unknown, watched: [string, object][]): void {
  if ((typeof exported !== 'object' && typeof exported !== 'function') || exported === null) return;
  watched.push([name, exported]);
  for (const [part, value] of Object.entries(exported)) {
    if (typeof value === 'function' && (value as { prototype?: object }).prototype)
      watched.push([`${name}.${part}.prototype`, (value as { prototype: object }).prototype]);
    else if (typeof value === 'object' && value !== null) watched.push([`${name}.${part}`, value as object]);
  }
}

/** Names of what differs; empty when the process can be shown clean. Uses nothing that a program could have replaced. */
export function differencesFromStart(): string[] {
  const differences: string[] = [];
  for (let index = 0; index < snapshots.length; index++) {
    const snapshot = snapshots[index] as Snapshot;
    if (!equalProperties(snapshot.properties, describe(snapshot.target))) apply(push, differences, [snapshot.name]);
  }
  const now = countProcessListeners();
  for (const [event, count] of now)
    if (count !== (processListeners.get(event) ?? 0)) apply(push, differences, [`process.on('${event}')`]);
  return differences;
}

function describe(target: object): Snapshot['properties'] {
  const keys = ownKeys(target);
  const properties: (readonly [PropertyKey, unknown, unknown, unknown])[] = [];
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as PropertyKey;
    const descriptor = getOwnPropertyDescriptor(target, key);
    properties[index] = [key, descriptor?.get ? undefined : descriptor?.value, descriptor?.get, descriptor?.set];
  }
  return properties;
}

function equalProperties(before: Snapshot['properties'], after: Snapshot['properties']): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < before.length; index++) {
    const [key, value, get, set] = before[index] as Snapshot['properties'][number];
    const other = after[index] as Snapshot['properties'][number];
    if (key !== other[0] || get !== other[2] || set !== other[3]) return false;
    if (!is(value, other[1]) && !(key === 'random')) return false;
  }
  return true;
}

function countProcessListeners(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of process.eventNames()) counts.set(String(event), process.listenerCount(event));
  return counts;
}
