// Calls one exported function by value.

import type { ControlAnswer, ControlMessage } from '../protocol/messages';
import { decodeArgument, encodeResult, NotByValue } from '../protocol/tagged-value';
import { boxFetch } from './outgoing';

type AnyFunction = (...args: unknown[]) => unknown;

export async function callExport(exported: unknown, { name, args }: ControlMessage & { op: 'call' }): Promise<ControlAnswer> {
  const fn = findFunction(exported, name);
  if (!fn) return { said: 'no-such-function', exports: Object.keys(exported as object) };
  let result: unknown;
  try {
    result = await fn(...args.map((arg) => decodeArgument(arg, boxFetch)));
  } catch (error) {
    return describeThrown(error);
  }
  try {
    return { said: 'returned', value: encodeResult(result) };
  } catch (error) {
    return { said: 'not-by-value', what: error instanceof NotByValue ? error.message : 'something that fails when it is read' };
  }
}

function findFunction(exported: unknown, name: string): AnyFunction | null {
  const record = exported as Record<string, unknown>;
  if (Object.hasOwn(record, name) && typeof record[name] === 'function') return record[name] as AnyFunction;
  const inner = record.default;
  if (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)) {
    const nested = (inner as Record<string, unknown>)[name];
    if (typeof nested === 'function') return nested as AnyFunction;
  }
  return name === 'default' && typeof exported === 'function' ? (exported as AnyFunction) : null;
}

function describeThrown(thrown: unknown): ControlAnswer {
  const text = (read: () => unknown): string => {
    try {
      return String(read()).slice(0, 500);
    } catch {
      return '(unreadable)';
    }
  };
  if (typeof thrown !== 'object' || thrown === null)
    return { said: 'threw', name: typeof thrown, message: text(() => thrown), code: null };
  const error = thrown as { name?: unknown; message?: unknown; code?: unknown };
  const code = text(() => error.code ?? '');
  return {
    said: 'threw',
    name: text(() => error.name ?? 'Error'),
    message: text(() => error.message ?? ''),
    code: code === '' ? null : code,
  };
}
