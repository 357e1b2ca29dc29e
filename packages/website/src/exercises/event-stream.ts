// Server-sent events to one page. Read with fetch(), not EventSource: only so can a page send the token that the API asks for.

import type { Request, Response } from 'express';

interface EventStream {
  send(data: unknown): void;
}

const beatMs = 20_000;

/** @param onEnd when the page has gone. */
export function openEventStream(req: Request, res: Response, onEnd: () => void): EventStream {
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  res.flushHeaders();
  // A page that has gone without a word is noticed by writing to it.
  const beat = setInterval(() => res.write(': still here\n\n'), beatMs).unref();
  res.on('close', () => {
    clearInterval(beat);
    onEnd();
  });
  req.socket.setNoDelay(true);
  return { send: (data) => void res.write(`data: ${JSON.stringify(data)}\n\n`) };
}
