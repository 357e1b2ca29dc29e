// Node's own modules as a program gets them: those that are safe, its timers counted, its network pointed at what it was given.

import { networkModules } from './outgoing';
import { watchFromNow } from './settle';
import { timersModule, timersPromisesModule } from './timers';

const safe = new Set(
  'assert assert/strict async_hooks buffer console constants crypto diagnostics_channel dns events fs fs/promises os path path/posix path/win32 perf_hooks process punycode querystring readline stream stream/promises stream/web string_decoder sys timers timers/promises tty url util util/types zlib'.split(
    ' ',
  ),
);

const replaced: Readonly<Record<string, object>> = {
  ...networkModules,
  timers: timersModule,
  'timers/promises': timersPromisesModule,
};

/** Those that the host and express have loaded anyway. */
const usual = 'buffer crypto events fs net http path querystring stream url util zlib'.split(' ');
const watched = new Set(usual);

/** @returns null for a module that programs don't get. */
export function nodeModule(name: string): unknown {
  const bare = name.replace(/^node:/, '');
  const own = replaced[bare];
  if (own) return own;
  if (!safe.has(bare)) return null;
  const loaded = realModule(bare);
  if (!watched.has(bare)) watchFromNow(bare, loaded);
  watched.add(bare);
  return loaded;
}

/** By name, for settle.ts: what all programs share of Node. The rest is watched from its first use on. */
export function usualNodeModules(): Readonly<Record<string, unknown>> {
  // A getter that puts something else in its own place when it is first read, as loading express-session does.
  void (realModule('crypto') as { pseudoRandomBytes?: unknown }).pseudoRandomBytes;
  const real = usual.map((name) => [name, realModule(name)] as const);
  const ours = Object.entries(replaced).map(([name, module]) => [`${name} of the box`, module] as const);
  return Object.fromEntries([...real, ...ours]);
}

function realModule(bare: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which module is known only when the program asks for it
  return require(`node:${bare}`) as unknown;
}
