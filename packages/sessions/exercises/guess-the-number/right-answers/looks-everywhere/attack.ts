// A jar, and every part of every cookie is tried in both spellings.
type Fetch = typeof globalThis.fetch;

class Player {
  private jar = new Map<string, string>();
  constructor(
    private fetch: Fetch,
    private base: string,
  ) {}
  async post(path: string, body?: Record<string, unknown>): Promise<string> {
    const response = await this.fetch(new URL(path, this.base), {
      method: 'POST',
      headers: {
        cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.jar.set(name!, value!);
    }
    return response.text();
  }
  *parts() {
    for (const value of this.jar.values()) yield* value.split(/[.%]/);
  }
}

export const cheat = async (fetch: Fetch, baseUrl: string) => {
  const player = new Player(fetch, baseUrl);
  await player.post('/games');
  for (const part of player.parts()) {
    for (const spelling of ['base64', 'base64url'] as const) {
      const found = /"number":(\d+)/.exec(Buffer.from(part, spelling).toString('latin1'))?.[1];
      if (found === undefined) continue;
      const number = parseInt(found);
      return (await player.post('/guess', { number })).startsWith('You win') ? number : null;
    }
  }
  return null;
};
