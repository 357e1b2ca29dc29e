// Express brings a table of all media types there are, of which mime-types asks only for some: reading the rest is a tenth of what
// the host adds to Node's own start.

import { basename } from 'node:path';

interface MediaType {
  readonly extensions?: readonly string[];
  readonly charset?: string;
}

/** @param path of a table that a bundle has left beside it. */
export function isMediaTypes(path: string): boolean {
  return /^db-[A-Z0-9]+\.json$/.test(basename(path));
}

/**
 * The table without types that have neither extensions nor a charset: mime-types answers the same, whether they are in it or not.
 *
 * @param table mime-db's db.json
 */
export function usedMediaTypes(table: Uint8Array): string {
  const types = JSON.parse(Buffer.from(table).toString('utf8')) as Record<string, MediaType>;
  const used = Object.entries(types).filter(([, { extensions, charset }]) => extensions !== undefined || charset !== undefined);
  return JSON.stringify(Object.fromEntries(used));
}
