// One request through the middleware without a network: what an application does to a session, and the headers that come of it.

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import { type FlaskSession, type FlaskSessionOptions, type SessionState, flaskSession, sessionOf, sessionState } from '../src';

export interface Exchange {
  /** What the middleware handed to `next`. */
  readonly error: unknown;
  readonly setCookie: readonly string[];
  readonly vary: string | null;
}

export interface Visit {
  /** The `Cookie` header. */
  readonly cookie?: string;
  /** The view; a session that it does not ask for is not touched. */
  readonly view?: (session: () => FlaskSession, state: () => SessionState) => void;
}

export function oneExchange(options: FlaskSessionOptions, { cookie, view }: Visit): Exchange {
  const request = new IncomingMessage(new Socket());
  if (cookie !== undefined) request.headers.cookie = cookie;
  const response = new ServerResponse(request);
  let error: unknown = 'next was not called';
  flaskSession(options)(request, response, (passed) => (error = passed));
  if (error === undefined) {
    view?.(
      () => sessionOf(request),
      () => sessionState(request),
    );
    response.writeHead(200);
  }
  return {
    error,
    setCookie: [response.getHeader('set-cookie') ?? []].flat().map(String),
    vary: (response.getHeader('vary') as string | undefined) ?? null,
  };
}
