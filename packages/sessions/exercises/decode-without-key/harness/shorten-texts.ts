// Long texts in a value, cut to something that can still be compared: no session is worth a megabyte in a message.

const shownCharacters = 20;
const maxCharacters = 6_000;

/** The same value, with every text longer than 6,000 characters replaced by its beginning and its length. */
export function shortenTexts(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length > maxCharacters ? `${value.slice(0, shownCharacters)}… (${value.length} characters)` : value;
  if (typeof value !== 'object' || value === null || depth > 60) return value;
  if (Array.isArray(value)) return Array.from(value, (item) => shortenTexts(item, depth + 1));
  if (value instanceof Map) return new Map([...value].map(([name, item]) => [name, shortenTexts(item, depth + 1)] as const));
  if (value instanceof Date || value instanceof Uint8Array || value instanceof Set) return value;
  const copy = Object.create(null) as object;
  for (const [name, item] of Object.entries(value))
    Object.defineProperty(copy, name, { value: shortenTexts(item, depth + 1), enumerable: true });
  return copy;
}
