// Which of a program's exports answers requests: its default export, else `app`, else `createApp()`, else what it listens with.

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { capturedServer } from './captured-listen';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

interface FoundApp {
  readonly handler: Handler | null;
  /** Nothing is exported that answers requests: it is what the program listens with. */
  readonly listensItself: boolean;
}

export function findApp(exported: unknown): Handler | null {
  return locateApp(exported).handler;
}

export function locateApp(exported: unknown): FoundApp {
  const handler = exportedApp(exported);
  if (handler !== undefined) return { handler, listensItself: false };
  const listening = asHandler(capturedServer());
  return { handler: listening, listensItself: listening !== null };
}

/** undefined when nothing that is exported could be an app. */
function exportedApp(exported: unknown): Handler | null | undefined {
  const record = isRecord(exported) ? exported : {};
  const factory = typeof record.default === 'function' && record.default.name === 'createApp' ? record.default : undefined;
  const create = factory ?? record.createApp ?? (isRecord(record.default) ? record.default.createApp : undefined);
  const made = [factory ? undefined : record.default, record.app, exported].map(asHandler).find((handler) => handler !== null);
  if (made) return made;
  return typeof create === 'function' ? asHandler((create as () => unknown)()) : undefined;
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
