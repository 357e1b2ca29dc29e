// A fetch over node:http: as much of it as a program in a lesson uses. The built-in one costs 69 ms before its first request
// and would dial a network that isn't there.

import type { ClientRequest, IncomingMessage } from 'node:http';

interface FetchInit {
  readonly method?: string;
  readonly headers?: Headers | Record<string, string> | readonly (readonly [string, string])[];
  readonly body?: unknown;
  readonly redirect?: 'follow' | 'manual' | 'error';
}

type StartRequest = (url: URL, options: object, callback: (response: IncomingMessage) => void) => ClientRequest;

const maxRedirects = 20;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** @see https://fetch.spec.whatwg.org/ : redirects as §4.4; no caching, no streaming, no abort. */
export function relayedFetch(start: StartRequest): (input: unknown, init?: FetchInit) => Promise<BoxResponse> {
  async function fetchOnce(url: URL, method: string, headers: BoxHeaders, body: Buffer | null): Promise<BoxResponse> {
    return new Promise((resolve, reject) => {
      const sent = start(url, { method, headers: headers.toNode(body) }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(new BoxResponse(response, Buffer.concat(chunks), String(url))));
      });
      sent.on('error', (cause) => reject(Object.assign(new TypeError('fetch failed'), { cause })));
      sent.end(body ?? undefined);
    });
  }

  return async function fetch(input, init = {}) {
    let url = new URL(String(typeof input === 'object' && input !== null && 'url' in input ? input.url : input));
    let method = (init.method ?? 'GET').toUpperCase();
    const headers = new BoxHeaders(init.headers);
    let body = bodyBytes(init.body, headers);
    for (let redirects = 0; ; redirects++) {
      const response = await fetchOnce(url, method, headers, body);
      const location = response.headers.get('location');
      if (init.redirect === 'manual' || location === null || !redirectStatuses.has(response.status)) {
        response.redirected = redirects > 0;
        return response;
      }
      if (init.redirect === 'error' || redirects >= maxRedirects) throw new TypeError('fetch failed: redirected');
      if (response.status === 303 || (response.status < 303 && method === 'POST')) {
        method = 'GET';
        body = null;
        headers.delete('content-type');
      }
      url = new URL(location, url);
    }
  };
}

function bodyBytes(body: unknown, headers: BoxHeaders): Buffer | null {
  if (body === undefined || body === null) return null;
  if (body instanceof URLSearchParams && !headers.has('content-type'))
    headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  if (typeof body === 'string' && !headers.has('content-type')) headers.set('content-type', 'text/plain;charset=UTF-8');
  return body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(String(body as string));
}

class BoxHeaders {
  readonly #values = new Map<string, string[]>();
  constructor(init?: FetchInit['headers'] | NodeJS.Dict<string[]>) {
    if (init === undefined || init === null) return;
    const pairs =
      Symbol.iterator in init
        ? [...(init as Iterable<readonly [string, string]>)]
        : Object.entries(init as Record<string, string | string[]>);
    for (const [name, value] of pairs) for (const one of Array.isArray(value) ? value : [String(value)]) this.append(name, one);
  }
  append(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), [...(this.#values.get(name.toLowerCase()) ?? []), value]);
  }
  set(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), [String(value)]);
  }
  get(name: string): string | null {
    return this.#values.get(name.toLowerCase())?.join(', ') ?? null;
  }
  getSetCookie(): string[] {
    return [...(this.#values.get('set-cookie') ?? [])];
  }
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }
  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
  *entries(): IterableIterator<[string, string]> {
    for (const [name, values] of this.#values) {
      if (name === 'set-cookie') for (const value of values) yield [name, value];
      else yield [name, values.join(', ')];
    }
  }
  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }
  forEach(visit: (value: string, name: string) => void): void {
    for (const [name, value] of this.entries()) visit(value, name);
  }
  toNode(body: Buffer | null): Record<string, string | string[]> {
    const headers: Record<string, string | string[]> = {};
    for (const [name, values] of this.#values)
      headers[name] = values.length === 1 ? (values[0] ?? '') : name === 'cookie' ? values.join('; ') : values;
    if (body) headers['content-length'] = String(body.length);
    return headers;
  }
}

class BoxResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly headers: BoxHeaders;
  readonly type = 'basic';
  redirected = false;
  bodyUsed = false;
  readonly #body: Buffer;
  constructor(
    response: IncomingMessage,
    body: Buffer,
    readonly url: string,
  ) {
    this.status = response.statusCode ?? 0;
    this.statusText = response.statusMessage ?? '';
    this.ok = this.status >= 200 && this.status < 300;
    this.headers = new BoxHeaders(response.headersDistinct);
    this.#body = body;
  }
  async text(): Promise<string> {
    this.bodyUsed = true;
    return this.#body.toString('utf8');
  }
  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    this.bodyUsed = true;
    return Uint8Array.from(this.#body).buffer;
  }
  clone(): this {
    return this;
  }
}
