// A value of any size in one short line, as a person would write it down. What is left out shows as "…".

const maxItems = 4;
const maxDepth = 4;
const maxTextLength = 60;

/** @returns at most `maxLength` characters, without line breaks in it. */
export function shortValue(value: unknown, maxLength = 200): string {
  return cut(written(value, 0), maxLength);
}

/** One line of somebody else's text. */
export function shortLine(text: string, maxLength = 200): string {
  // What is cut away is not looked at: it may be long.
  return cut(
    text
      .slice(0, maxLength * 4)
      .replace(/\s+/g, ' ')
      .trim(),
    maxLength,
  );
}

function cut(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(cut(value, maxTextLength));
    case 'bigint':
      return `${String(value).slice(0, maxTextLength)}n`;
    case 'object':
      return value === null ? 'null' : depth >= maxDepth ? '…' : writtenObject(value, depth + 1);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    default:
      return typeof value === 'boolean' || value === undefined ? String(value) : `a ${typeof value}`;
  }
}

function writtenObject(value: object, depth: number): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value instanceof Map)
    return `Map { ${listed([...value], ([key, item]) => `${written(key, depth)} => ${written(item, depth)}`)} }`;
  if (value instanceof Set) return `Set { ${listed([...value], (item) => written(item, depth))} }`;
  if (Array.isArray(value)) return `[${listed(value, (item) => written(item, depth))}]`;
  if ((value as { kind?: unknown }).kind === 'relayed-fetch') return 'fetch';
  return `{ ${listed(Object.entries(value), ([name, item]) => `${cut(name, maxTextLength)}: ${written(item, depth)}`)} }`;
}

function listed<T>(items: readonly T[], write: (item: T) => string): string {
  const more = items.length - maxItems;
  return [...items.slice(0, maxItems).map(write), ...(more > 0 ? [`… ${more} more`] : [])].join(', ');
}
