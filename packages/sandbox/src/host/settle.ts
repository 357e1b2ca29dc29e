// Is this process still as it was before its first program? Compares what a program could have left behind for the next.

import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';

const { getOwnPropertyDescriptor, getPrototypeOf, is } = Object;
const { ownKeys, apply, deleteProperty } = Reflect;
const { push } = Array.prototype;
const { eventNames, listenerCount } = EventEmitter.prototype;
const currentFolder = process.cwd.bind(process);

interface Snapshot {
  readonly name: string;
  readonly target: object;
  readonly properties: readonly Property[];
}

/** Key, value, getter, setter. */
type Property = readonly [PropertyKey, unknown, unknown, unknown];

const intrinsicNames = [
  'Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'RegExp', 'Error', 'TypeError', 'RangeError', 'SyntaxError',
  'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'Uint8Array', 'Buffer', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder',
  'Date', 'Intl', 'Atomics', 'DataView', 'Proxy', 'WeakRef', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'SharedArrayBuffer',
] as const; // prettier-ignore

/** What has no name of its own, but is behind every `for … of`, generator and typed array. */
const unnamedIntrinsics: Readonly<Record<string, object>> = {
  TypedArray: getPrototypeOf(Uint8Array) as object,
  'TypedArray.prototype': getPrototypeOf(Uint8Array.prototype) as object,
  'ArrayIterator.prototype': getPrototypeOf([][Symbol.iterator]()) as object,
  'MapIterator.prototype': getPrototypeOf(new Map()[Symbol.iterator]()) as object,
  'SetIterator.prototype': getPrototypeOf(new Set()[Symbol.iterator]()) as object,
  'StringIterator.prototype': getPrototypeOf(''[Symbol.iterator]()) as object,
  'Generator.prototype': getPrototypeOf(function* () {}.prototype) as object,
  'AsyncGenerator.prototype': getPrototypeOf(async function* () {}.prototype) as object,
  'AsyncFunction.prototype': getPrototypeOf(async () => {}) as object,
};

/** What the host itself sets for each program, and where Node keeps the listeners that are counted. */
const changeable: readonly PropertyKey[] = ['random', 'env', '_events', '_eventsCount', 'exitCode', 'domain'];

/** Of the box alone; elsewhere /tmp is the machine's. */
const ownTemporaryFolder = process.env.HOME === '/tmp' ? '/tmp' : null;

let snapshots: Snapshot[] = [];
let emitters: readonly {
  readonly name: string;
  readonly emitter: EventEmitter;
  readonly atStart: ReadonlyMap<string, number>;
}[] = [];
let folderAtStart = '';

/**
 * Called once, before any program is loaded.
 * @param shared    the modules that programs share, by name.
 * @param listening emitters of the host whose listeners a program could add to, by name.
 */
export function rememberStart(
  shared: Readonly<Record<string, unknown>>,
  listening: Readonly<Record<string, EventEmitter>> = {},
): void {
  // Getters of Node's that stand aside for their value when they are first read: what many programs read is read before.
  void [globalThis.atob, globalThis.btoa];
  const watched: [string, object][] = [
    ['globalThis', globalThis],
    ['JSON', JSON],
    ['Math', Math],
    ['Reflect', Reflect],
    ['console', console],
    ['process', process],
    ...Object.entries(unnamedIntrinsics),
  ];
  for (const name of intrinsicNames) {
    const constructor = (globalThis as unknown as Record<string, { prototype?: object }>)[name];
    if (!constructor) continue;
    watched.push([name, constructor]);
    if (constructor.prototype) watched.push([`${name}.prototype`, constructor.prototype]);
  }
  for (const [name, exported] of Object.entries(shared)) watchModule(name, exported, watched);
  snapshots = watched.map(snapshot);
  emitters = Object.entries({ process, ...listening }).map(([name, emitter]) => ({
    name,
    emitter,
    atStart: countListeners(emitter),
  }));
  folderAtStart = currentFolder();
}

/** What a program made global is gone for the next one, as after a restart. */
export function removeGlobals(): void {
  const known = snapshots[0]?.properties ?? [];
  const keys = ownKeys(globalThis);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as PropertyKey;
    if (!hasKey(known, key)) deleteProperty(globalThis, key);
  }
}

/** A module that is loaded later, when a program first asks for it: as it was before that program had it. */
export function watchFromNow(name: string, exported: unknown): void {
  const watched: [string, object][] = [];
  watchModule(name, exported, watched);
  for (let index = 0; index < watched.length; index++) apply(push, snapshots, [snapshot(watched[index] as [string, object])]);
}

/** Loads a package that was bundled with the host. What it makes global itself (as zod does) is part of it, and stays. */
export function watchLoading(name: string, load: () => unknown): unknown {
  const before = describe(globalThis);
  const exported = load();
  const now = describe(globalThis);
  for (let index = 0; index < now.length; index++) {
    const property = now[index] as Property;
    if (!hasKey(before, property[0])) apply(push, snapshots[0]?.properties ?? [], [property]);
  }
  watchFromNow(name, exported);
  return exported;
}

function hasKey(properties: readonly Property[], key: PropertyKey): boolean {
  for (let index = 0; index < properties.length; index++) if (properties[index]?.[0] === key) return true;
  return false;
}

function snapshot([name, target]: readonly [string, object]): Snapshot {
  return { name, target, properties: describe(target) };
}

/** By descriptors: reading a getter of Node's would load what it stands for. */
function watchModule(name: string, exported: unknown, watched: [string, object][]): void {
  if ((typeof exported !== 'object' && typeof exported !== 'function') || exported === null) return;
  watched.push([name, exported]);
  for (const key of ownKeys(exported)) {
    const value: unknown = getOwnPropertyDescriptor(exported, key)?.value;
    const part = `${name}.${String(key)}`;
    const prototype: unknown = typeof value === 'function' ? value.prototype : undefined;
    if (holdsFunctions(value)) watched.push([part, value]);
    if (holdsFunctions(prototype)) watched.push([`${part}.prototype`, prototype]);
  }
}

/** Like `express.response`, or the prototype of a class. Tables of constants are left alone, and what is an instance (an agent). */
function holdsFunctions(value: unknown): value is object {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return ownKeys(value).some((key) => key !== 'constructor' && typeof getOwnPropertyDescriptor(value, key)?.value === 'function');
}

/** Names of what differs; empty when the process can be shown clean. Uses nothing that a program could have replaced. */
export function differencesFromStart(): string[] {
  const differences: string[] = [];
  for (let index = 0; index < snapshots.length; index++) {
    const snapshot = snapshots[index] as Snapshot;
    if (!isAsBefore(snapshot)) apply(push, differences, [snapshot.name]);
  }
  for (let index = 0; index < emitters.length; index++) {
    const { name, emitter, atStart } = emitters[index] as (typeof emitters)[number];
    for (const [event, count] of countListeners(emitter))
      if (count !== (atStart.get(event) ?? 0)) apply(push, differences, [`${name}.on('${event}')`]);
  }
  if (getOwnPropertyDescriptor(process.stdout, 'write')) apply(push, differences, ['process.stdout.write']);
  if (currentFolder() !== folderAtStart) apply(push, differences, ['the current folder']);
  if (ownTemporaryFolder !== null && readdirSync(ownTemporaryFolder).length > 0) apply(push, differences, ['files in /tmp']);
  return differences;
}

function describe(target: object): Property[] {
  const properties: Property[] = [];
  const keys = ownKeys(target);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as PropertyKey;
    const descriptor = getOwnPropertyDescriptor(target, key);
    const property: Property = [key, descriptor?.get ? undefined : descriptor?.value, descriptor?.get, descriptor?.set];
    apply(push, properties, [property]);
  }
  return properties;
}

/** Without destructuring and the like: what a program could have replaced is not used here. */
function isAsBefore({ target, properties }: Snapshot): boolean {
  if (ownKeys(target).length !== properties.length) return false;
  for (let index = 0; index < properties.length; index++) {
    const before = properties[index] as Property;
    const now = getOwnPropertyDescriptor(target, before[0]);
    if (now === undefined || now.get !== before[2] || now.set !== before[3]) return false;
    if (now.get === undefined && !is(now.value, before[1]) && !isChangeable(before[0])) return false;
  }
  return true;
}

function isChangeable(key: PropertyKey): boolean {
  for (let index = 0; index < changeable.length; index++) if (changeable[index] === key) return true;
  return false;
}

function countListeners(emitter: EventEmitter): Map<string, number> {
  const counts = new Map<string, number>();
  const names = apply(eventNames, emitter, []);
  for (let index = 0; index < names.length; index++) {
    const event = names[index] as string | symbol;
    counts.set(String(event), apply(listenerCount, emitter, [event]));
  }
  return counts;
}
