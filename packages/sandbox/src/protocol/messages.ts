// What the trusted side asks of the host in the box, and what the host says back. The answers are untrusted.

import type { Tagged } from './tagged-value';

/** Marks a request as the trusted side's; its value is the box's own random token, told with the very first request. */
export const controlHeader = 'x-box-control';

/** On a connection that is lent: which call's relay it belongs to. */
export const relayHeader = 'x-box-relay';

export type ControlMessage =
  | { readonly op: 'hello' }
  | {
      readonly op: 'load';
      readonly files: readonly (readonly [string, string])[];
      readonly entry: string;
      readonly modules: readonly string[];
      readonly env: Readonly<Record<string, string>>;
      readonly nowMs: number | null;
      readonly pinnedRandom: number | null;
    }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly Tagged[]; readonly relay: string | null }
  | { readonly op: 'clock'; readonly nowMs: number }
  | { readonly op: 'settle' };

export type ControlAnswer =
  | { readonly said: 'ok' }
  | {
      readonly said: 'loaded';
      readonly hasApp: boolean;
      /** The app is what it listens with: it exports none. */
      readonly listensItself: boolean;
      readonly exports: readonly string[];
    }
  | { readonly said: 'did-not-load'; readonly detail: string }
  | { readonly said: 'returned'; readonly value: Tagged }
  | { readonly said: 'threw'; readonly name: string; readonly message: string; readonly code: string | null }
  | { readonly said: 'no-such-function'; readonly exports: readonly string[] }
  | { readonly said: 'not-by-value'; readonly what: string }
  | { readonly said: 'settled'; readonly differences: readonly string[] };
