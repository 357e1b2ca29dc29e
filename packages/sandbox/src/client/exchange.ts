// One HTTP exchange with something hostile: a deadline over all of it, caps on every part, no redirects, no decompression.

import http, { type ClientRequest, type IncomingMessage } from 'node:http';

import type { ProgramRequest, ProgramResponse } from '../program';
import { ProgramFault } from '../program-fault';

export interface ExchangeOptions {
  readonly socketPath: string;
  readonly agent: http.Agent;
  readonly deadlineMs: number;
  /** What is kept of a body, at most `maxBodyBytes`; the rest is read and thrown away up to there, beyond which the exchange fails. */
  readonly keepBodyBytes?: number;
}

const maxHeadBytes = 16 * 1024;
const maxBodyBytes = 1024 * 1024;
const maxInformational = 16;

/** @throws ProgramFault timed-out, crashed (the connection ended early) or bad-response. */
export function exchange(request: ProgramRequest, options: ExchangeOptions): Promise<ProgramResponse> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (finish: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      finish();
    };
    const fail = (code: 'timed-out' | 'crashed' | 'bad-response', detail: string): void =>
      settle(() => {
        sent.destroy();
        reject(new ProgramFault(code, detail));
      });
    const sent = send(request, options);
    const deadline = setTimeout(
      () => fail('timed-out', `no complete answer within ${options.deadlineMs} ms`),
      options.deadlineMs,
    );
    let informational = 0;
    sent.on('error', (error: NodeJS.ErrnoException) => fail(...describeConnectionError(error)));
    sent.on('information', () => {
      if (++informational > maxInformational) fail('bad-response', `more than ${maxInformational} interim answers`);
    });
    sent.on('upgrade', (_response, socket) => {
      socket.destroy();
      fail('bad-response', 'it switched protocols');
    });
    sent.on('response', (response) =>
      readBody(response, options.keepBodyBytes ?? 64 * 1024, fail, (text) => settle(() => resolve(toResponse(response, text)))),
    );
  });
}

function send({ method, path, headers = {}, body }: ProgramRequest, { socketPath, agent }: ExchangeOptions): ClientRequest {
  const given: Record<string, string | string[]> = { host: 'localhost', 'accept-encoding': 'identity' };
  for (const [name, value] of Object.entries(headers))
    given[name.toLowerCase()] = typeof value === 'string' ? value : value.length === 1 ? (value[0] as string) : [...value];
  if (body !== undefined) given['content-length'] = String(Buffer.byteLength(body));
  const sent = http.request({ socketPath, agent, method, path, headers: given, maxHeaderSize: maxHeadBytes });
  sent.end(body);
  return sent;
}

function describeConnectionError(error: NodeJS.ErrnoException): ['crashed' | 'bad-response', string] {
  const parseError = error.code?.startsWith('HPE_') ?? false;
  return parseError
    ? ['bad-response', `not HTTP (${error.code})`]
    : ['crashed', `the connection ended early (${error.code ?? 'no reason given'})`];
}

function readBody(
  response: IncomingMessage,
  keepBytes: number,
  fail: (code: 'crashed' | 'bad-response', detail: string) => void,
  done: (text: string) => void,
): void {
  const chunks: Buffer[] = [];
  let kept = 0;
  let read = 0;
  response.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > maxBodyBytes) return fail('bad-response', `a body of more than ${maxBodyBytes} bytes`);
    const part = chunk.subarray(0, Math.max(0, keepBytes - kept));
    if (part.length === 0) return;
    kept += part.length;
    chunks.push(part);
  });
  response.on('aborted', () => fail('crashed', 'the connection ended in the middle of the answer'));
  response.on('error', () => fail('crashed', 'the connection ended in the middle of the answer'));
  response.on('end', () => {
    const bytes = Buffer.concat(chunks);
    try {
      // A body that was cut may end inside a character.
      done(new TextDecoder('utf-8', { fatal: read === kept }).decode(bytes));
    } catch {
      fail('bad-response', 'a body that is not valid UTF-8');
    }
  });
}

function toResponse(response: IncomingMessage, text: string): ProgramResponse {
  const headers = new Map<string, string[]>();
  for (let index = 0; index < response.rawHeaders.length; index += 2) {
    const name = (response.rawHeaders[index] as string).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), response.rawHeaders[index + 1] as string]);
  }
  return { status: response.statusCode ?? 0, headers, text };
}
