// A program's app over HTTP, without a jar: forms, JSON and cookies written into raw requests.

import type { Program, ProgramRequest, ProgramResponse } from '@cookie-lessons/lesson-contract';

export interface App {
  request(method: string, path: string, options?: AppRequest): Promise<ProgramResponse>;
  get(path: string, options?: AppRequest): Promise<ProgramResponse>;
  post(path: string, options?: AppRequest): Promise<ProgramResponse>;
}

export interface AppRequest {
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as application/json. */
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  /** Cookies for the Cookie header, exactly as given: `{ total: '1.50' }` sends `total=1.50`. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** @param program asked for when the first request is made. */
export function createApp(program: () => Promise<Program>): App {
  const request = async (method: string, path: string, options: AppRequest = {}): Promise<ProgramResponse> =>
    (await program()).request(toProgramRequest(method, path, options));
  return {
    request,
    get: (path, options) => request('GET', path, options),
    post: (path, options) => request('POST', path, options),
  };
}

export function toProgramRequest(
  method: string,
  path: string,
  { headers = {}, form, json, body, cookies }: AppRequest,
): ProgramRequest {
  const all: Record<string, string | readonly string[]> = { ...headers };
  let sent = body;
  if (form !== undefined) {
    all['content-type'] = 'application/x-www-form-urlencoded';
    sent = new URLSearchParams(form).toString();
  } else if (json !== undefined) {
    all['content-type'] = 'application/json';
    sent = JSON.stringify(json);
  }
  if (cookies !== undefined) {
    all.cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }
  return { method, path, headers: all, ...(sent === undefined ? {} : { body: sent }) };
}
