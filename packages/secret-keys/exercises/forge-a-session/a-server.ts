// The server that is to be fooled: the real middleware, in the process of the checks, where no student's code is.

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import { flaskSession, type FlaskSession, sessionOf } from 'flask-session-cookie';

/** What comes of one request with this cookie. */
export type Answer = { readonly session: Readonly<FlaskSession> } | { readonly broke: true };

/** @param nowMs the server's clock, Unix milliseconds. */
export function ask(cookie: string, secretKey: string, nowMs: number): Answer {
  const request = new IncomingMessage(new Socket());
  request.headers.cookie = `session=${cookie}`;
  const middleware = flaskSession({ secretKey, now: () => nowMs });
  let failure: unknown;
  middleware(request, new ServerResponse(request), (error) => (failure = error));
  // Signed, and yet no session: Flask answers 500.
  return failure === undefined ? { session: { ...sessionOf(request) } } : { broke: true };
}
