// Does a decoder's answer say what the cookie says? Flask's tags may be resolved or left as they are, each for itself.

/** @param raw what JSON.parse makes of the payload. @param given what the student's decoder made of it. */
export function isSame(raw: unknown, given: unknown): boolean {
  if (Array.isArray(raw))
    return Array.isArray(given) && given.length === raw.length && raw.every((item, index) => isSame(item, given[index]));
  if (typeof raw === 'object' && raw !== null) {
    const [tag, ...more] = Object.keys(raw);
    const tagged = tag !== undefined && more.length === 0 ? resolvers[tag] : undefined;
    return isSameDict(raw, given) || tagged?.((raw as Record<string, unknown>)[tag ?? ''], given) === true;
  }
  return typeof given === 'bigint' ? Number(given) === raw : given === raw;
}

function isSameDict(raw: object, given: unknown): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  if (given instanceof Date || given instanceof Uint8Array || given instanceof Set) return false;
  const found = given instanceof Map ? given : new Map<unknown, unknown>(Object.entries(given));
  const wanted = Object.entries(raw);
  return found.size === wanted.length && wanted.every(([name, item]) => found.has(name) && isSame(item, found.get(name)));
}

type Resolver = (inner: unknown, given: unknown) => boolean;

/** What may stand for a tagged value, by its tag. */
const resolvers: Readonly<Record<string, Resolver | undefined>> = {
  ' t': (inner, given) => isSame(inner, given),
  ' b': (inner, given) => {
    const base64 = textOf(inner);
    const bytes = Array.isArray(given) ? Uint8Array.from(given.filter((byte) => typeof byte === 'number')) : given;
    return given === base64 || (bytes instanceof Uint8Array && Buffer.from(bytes).equals(Buffer.from(base64, 'base64')));
  },
  ' d': (inner, given) => {
    const rightMs = Date.parse(textOf(inner));
    const ms = given instanceof Date ? given.getTime() : typeof given === 'string' ? Date.parse(given) : given;
    return ms === rightMs || ms === rightMs / 1000;
  },
  ' u': (inner, given) => textsIn(given).some((text) => text.replaceAll('-', '').toLowerCase() === inner),
  ' m': (inner, given) => textsIn(given).some((text) => text === inner),
  ' di': (inner, given) => {
    const entries = Object.entries(inner ?? {}).map(([name, item]) => [name.replace(/__$/, ''), item] as const);
    return isSameDict(Object.fromEntries(entries), given);
  },
};

/** A text, or the texts that an object of a class holds. */
function textsIn(given: unknown): readonly string[] {
  const values: readonly unknown[] = typeof given === 'object' && given !== null ? Object.values(given) : [given];
  return values.filter((value) => typeof value === 'string');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A Date, or a number of seconds or milliseconds since 1970. */
export function isSameMoment(seconds: number, given: unknown): boolean {
  if (given instanceof Date) return given.getTime() === seconds * 1000;
  const number = typeof given === 'bigint' ? Number(given) : given;
  return number === seconds || number === seconds * 1000;
}
