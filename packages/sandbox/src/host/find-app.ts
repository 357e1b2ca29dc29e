// Which of a program's exports answers requests: its default export, else `app`, else `createApp()`, else what it listens with.

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { capturedServer } from './captured-listen';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

export function findApp(exported: unknown): Handler | null {
  const record = isRecord(exported) ? exported : {};
  const factory = typeof record.default === 'function' && record.default.name === 'createApp' ? record.default : undefined;
  const create = factory ?? record.createApp ?? (isRecord(record.default) ? record.default.createApp : undefined);
  const made = [factory ? undefined : record.default, record.app, exported].map(asHandler).find((handler) => handler !== null);
  if (made) return made;
  if (typeof create === 'function') return asHandler((create as () => unknown)());
  return asHandler(capturedServer());
}

/** An Express app is a function of request and response; so is a plain handler; a server hands its requests to its listeners. */
function asHandler(value: unknown): Handler | null {
  if (typeof value === 'function') return (req, res) => void (value as Handler)(req, res);
  if (isRecord(value) && typeof value.emit === 'function' && typeof value.listen === 'function') {
    return (req, res) => void (value as unknown as Server).emit('request', req, res);
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' || typeof value === 'function') && value !== null;
}
