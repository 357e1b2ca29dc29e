// A Set-Cookie line as a browser reads it. RFC 6265bis §5.6, step by step; the server's stricter grammar (§4.1) is not asked for.

export interface SetCookie {
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
  /** `unset` also for a value no browser knows. */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unset';
  readonly partitioned: boolean;
}

const maxPairOctets = 4096;
const maxAttributeOctets = 1024;
const forbiddenControls = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** @returns null for a line that a browser ignores whole: control characters, too long, or neither name nor value. */
export function parseSetCookie(line: string): SetCookie | null {
  if (forbiddenControls.test(line)) return null;
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const name = trimWhiteSpace(equals < 0 ? '' : pair.slice(0, equals));
  const value = trimWhiteSpace(equals < 0 ? pair : pair.slice(equals + 1));
  if (name === '' && value === '') return null;
  if (octets(name) + octets(value) > maxPairOctets) return null;
  return { name, value, ...readAttributes(attributes) };
}

/** The parsed Set-Cookie lines of a response, in order; ignored lines are left out. */
export function setCookies(response: { readonly headers: ReadonlyMap<string, readonly string[]> }): SetCookie[] {
  return (response.headers.get('set-cookie') ?? []).map(parseSetCookie).filter((cookie) => cookie !== null);
}

/** The last of several attributes of one name counts (§5.7). */
function readAttributes(attributes: readonly string[]): Omit<SetCookie, 'name' | 'value'> {
  let read: Omit<SetCookie, 'name' | 'value'> = {
    maxAgeSeconds: null,
    expiresMs: null,
    domain: null,
    path: null,
    secure: false,
    httpOnly: false,
    sameSite: 'unset',
    partitioned: false,
  };
  for (const attribute of attributes) {
    const equals = attribute.indexOf('=');
    const name = trimWhiteSpace(equals < 0 ? attribute : attribute.slice(0, equals)).toLowerCase();
    const value = trimWhiteSpace(equals < 0 ? '' : attribute.slice(equals + 1));
    if (octets(value) <= maxAttributeOctets) read = { ...read, ...readAttribute(name, value) };
  }
  return read;
}

function readAttribute(name: string, value: string): Partial<SetCookie> {
  switch (name) {
    case 'expires': {
      const expiresMs = parseCookieDate(value);
      return expiresMs === null ? {} : { expiresMs };
    }
    case 'max-age':
      return /^-?\d+$/.test(value) ? { maxAgeSeconds: Number(value) } : {};
    case 'domain':
      return { domain: value.replace(/^\./, '').toLowerCase() || null };
    case 'path':
      return { path: value.startsWith('/') ? value : null };
    case 'secure':
      return { secure: true };
    case 'httponly':
      return { httpOnly: true };
    case 'samesite':
      return { sameSite: sameSiteOf(value.toLowerCase()) };
    case 'partitioned':
      return { partitioned: true };
    default:
      return {};
  }
}

function sameSiteOf(value: string): SetCookie['sameSite'] {
  return value === 'strict' || value === 'lax' || value === 'none' ? value : 'unset';
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as cookies write it: tokens in any order.
 * @returns Unix milliseconds, or null.
 * @see RFC 6265bis §5.1.1
 */
export function parseCookieDate(text: string): number | null {
  let time: readonly number[] | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;
  for (const token of text.split(/[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/)) {
    const clock = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(\D|$)/.exec(token);
    if (time === null && clock) time = [Number(clock[1]), Number(clock[2]), Number(clock[3])];
    else if (day === null && /^\d{1,2}(\D|$)/.test(token)) day = parseInt(token, 10);
    else if (month === null && months.includes(token.slice(0, 3).toLowerCase()))
      month = months.indexOf(token.slice(0, 3).toLowerCase());
    else if (year === null && /^\d{2,4}(\D|$)/.test(token)) year = fullYear(parseInt(token, 10));
  }
  if (time === null || day === null || month === null || year === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time;
  if (day < 1 || day > 31 || year < 1601 || hours > 23 || minutes > 59 || seconds > 59) return null;
  const ms = Date.UTC(year, month, day, hours, minutes, seconds);
  return new Date(ms).getUTCDate() === day ? ms : null;
}

function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}

/** Space and tab only: a no-break space belongs to the value. */
function trimWhiteSpace(text: string): string {
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}

function octets(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
