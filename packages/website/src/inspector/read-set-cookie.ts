// A Set-Cookie line as a browser reads it. RFC 6265bis §5.6. What a browser then does with it stands in why-refused.ts.

export type SameSite = 'Strict' | 'Lax' | 'None' | 'unset';

export interface SetCookieLine {
  readonly name: string;
  readonly value: string;
  /** Seconds; null when absent or not a number. */
  readonly maxAgeSeconds: number | null;
  /** Unix milliseconds; null when absent or not a date. */
  readonly expiresMs: number | null;
  /** Without the leading dot, in lower case; null when absent or empty. */
  readonly domain: string | null;
  /** null when absent or not beginning with `/`: the default path then counts. */
  readonly path: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
}

const maxAttributeOctets = 1024;

export function readSetCookie(line: string): SetCookieLine {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const read = new Map<string, string>();
  for (const attribute of attributes) {
    const [name = '', ...rest] = attribute.split('=');
    const value = trimmed(rest.join('='));
    // The last of a kind counts; one that is too long is ignored.
    if (Buffer.byteLength(value) <= maxAttributeOctets) read.set(trimmed(name).toLowerCase(), value);
  }
  const maxAge = read.get('max-age') ?? '';
  const path = read.get('path') ?? '';
  return {
    name: trimmed(equals < 0 ? '' : pair.slice(0, equals)),
    value: trimmed(equals < 0 ? pair : pair.slice(equals + 1)),
    maxAgeSeconds: /^-?\d+$/.test(maxAge) ? Number(maxAge) : null,
    expiresMs: dateOf(read.get('expires')),
    domain: read.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: path.startsWith('/') ? path : null,
    secure: read.has('secure'),
    httpOnly: read.has('httponly'),
    sameSite: sameSiteOf(read.get('samesite')),
    partitioned: read.has('partitioned'),
  };
}

function sameSiteOf(text = ''): SameSite {
  return (['Strict', 'Lax', 'None'] as const).find((name) => name.toLowerCase() === text.toLowerCase()) ?? 'unset';
}

/** Servers of the labs write one form of date only, the one JavaScript reads, too. */
function dateOf(text: string | undefined): number | null {
  const ms = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

/** Space and tab only: a no-break space belongs to the value. */
function trimmed(text: string): string {
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}
