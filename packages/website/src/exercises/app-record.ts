// What went between the browser and the student's app: the last requests, and each cookie as it was set and came back.

export interface RecordedExchange {
  /** e.g. `GET /basket` */
  readonly request: string;
  readonly status: number;
  /** The `Cookie` header as it came; null where there was none. Untrusted, as all of it. */
  readonly cookie: string | null;
  readonly setCookie: readonly string[];
}

interface RecordedCookie {
  readonly name: string;
  /** The whole line that set it; null where this record has seen none. */
  readonly setBy: string | null;
  /** The value that the last request carried; null where it didn't carry this cookie. */
  readonly sent: string | null;
}

const maxExchanges = 12;
const maxCookies = 100;
const maxCharacters = 5_000;

export class AppRecord {
  #exchanges: RecordedExchange[] = [];
  #setBy = new Map<string, string>();

  add(exchange: RecordedExchange): void {
    const cookie = exchange.cookie?.slice(0, maxCharacters) ?? null;
    const setCookie = exchange.setCookie.slice(0, maxCookies).map((line) => line.slice(0, maxCharacters));
    this.#exchanges = [...this.#exchanges, { ...exchange, cookie, setCookie }].slice(-maxExchanges);
    for (const line of setCookie) {
      const name = nameOf(line);
      if (this.#setBy.has(name) || this.#setBy.size < maxCookies) this.#setBy.set(name, line);
    }
  }

  /** The latest first. */
  exchanges(): readonly RecordedExchange[] {
    return [...this.#exchanges].reverse();
  }

  cookies(): readonly RecordedCookie[] {
    const last = this.#exchanges.at(-1)?.cookie ?? '';
    const sent = new Map<string, string>();
    // What a server takes of two cookies with one name: the first.
    for (const pair of last.split(/; */).filter((text) => text !== '').slice(0, maxCookies)) if (!sent.has(nameOf(pair))) sent.set(nameOf(pair), valueOf(pair)); // prettier-ignore
    const names = new Set([...sent.keys(), ...this.#setBy.keys()]);
    return [...names].map((name) => ({ name, setBy: this.#setBy.get(name) ?? null, sent: sent.get(name) ?? null }));
  }

  clear(): void {
    this.#exchanges = [];
    this.#setBy.clear();
  }
}

function nameOf(pair: string): string {
  const [first = ''] = pair.split(';');
  return first.includes('=') ? first.slice(0, first.indexOf('=')).trim() : '';
}

function valueOf(pair: string): string {
  return pair.slice(pair.indexOf('=') + 1).trim();
}
