// The last moment at which headers can be added to a response, however it is sent: send, redirect, end, write, pipe, writeHead.

import type { OutgoingHttpHeader, ServerResponse } from 'node:http';

type HeadersOfWriteHead = Readonly<Record<string, OutgoingHttpHeader | undefined>> | readonly OutgoingHttpHeader[];

/**
 * Calls `listener` once, just before the headers are sent. All of Node's ways to send them go through `writeHead`.
 *
 * Headers that are given to `writeHead` itself are put on the response first; Node would let them replace what the listener adds.
 * What the listener throws comes out of the call that sends, before anything was sent, so that an error page can still be made.
 */
export function beforeHeaders(response: ServerResponse, listener: () => void): void {
  const writeHead = response.writeHead.bind(response);
  let called = false;
  const writeHeadAfterListener = (status: number, ...rest: readonly unknown[]): ServerResponse => {
    const message = typeof rest[0] === 'string' ? rest[0] : undefined;
    const headers = (message === undefined ? (rest[0] ?? rest[1]) : rest[1]) as HeadersOfWriteHead | undefined;
    if (response.headersSent) return writeHead(status);
    if (headers !== undefined) putHeaders(response, headers);
    if (!called) {
      called = true;
      listener();
    }
    return message === undefined ? writeHead(status) : writeHead(status, message);
  };
  response.writeHead = writeHeadAfterListener;
}

function putHeaders(response: ServerResponse, headers: HeadersOfWriteHead): void {
  if (!isList(headers)) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    return;
  }
  const pairs = toPairs(headers);
  for (const [name] of pairs) response.removeHeader(name);
  for (const [name, value] of pairs) response.appendHeader(name, typeof value === 'number' ? String(value) : value);
}

function isList(headers: HeadersOfWriteHead): headers is readonly OutgoingHttpHeader[] {
  return Array.isArray(headers);
}

/** Node takes `[name, value, name, value]` and `[[name, value], …]`; a name may come twice. */
function toPairs(headers: readonly OutgoingHttpHeader[]): readonly (readonly [string, string | number | string[]])[] {
  const flat = headers.every(Array.isArray) ? headers.flat() : headers;
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => [String(flat[2 * index]), flat[2 * index + 1] ?? '']);
}
