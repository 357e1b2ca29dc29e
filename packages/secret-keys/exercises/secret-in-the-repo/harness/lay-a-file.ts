// A file that only this program sees: a box has no folder that holds its secrets at every level, so reading is answered here.

import fs, { type PathLike } from 'node:fs';

/** From now on `path` is a file with this content, for all that programs usually read with. */
export function layFile(path: string, content: string): void {
  const isIt = (asked: unknown): boolean => String(asked instanceof URL ? asked.pathname : asked) === path;
  const written = (options: unknown): string | Buffer => {
    const encoding =
      typeof options === 'string' ? options : (options as { encoding?: BufferEncoding } | null | undefined)?.encoding;
    return encoding ? Buffer.from(content).toString(encoding as BufferEncoding) : Buffer.from(content);
  };
  const stats = (): fs.Stats => Object.assign(fs.statSync('/'), { mode: 0o100400, size: Buffer.byteLength(content) });

  const { readFileSync, existsSync, accessSync, statSync, readFile } = fs;
  const { readFile: readLater, access: accessLater, stat: statLater } = fs.promises;
  Object.assign(fs, {
    readFileSync: (asked: PathLike, options?: never) => (isIt(asked) ? written(options) : readFileSync(asked, options)),
    existsSync: (asked: PathLike) => isIt(asked) || existsSync(asked),
    accessSync: (asked: PathLike, mode?: number) => (isIt(asked) ? undefined : accessSync(asked, mode)),
    statSync: (asked: PathLike, options?: never) => (isIt(asked) ? stats() : statSync(asked, options)),
    readFile: (asked: PathLike, ...rest: unknown[]) => {
      if (!isIt(asked)) return (readFile as (...all: unknown[]) => void)(asked, ...rest);
      const [options, callback] = rest.length > 1 ? rest : [undefined, rest[0]];
      queueMicrotask(() => (callback as (error: null, data: string | Buffer) => void)(null, written(options)));
    },
  });
  Object.assign(fs.promises, {
    readFile: async (asked: PathLike, options?: never) => (isIt(asked) ? written(options) : readLater(asked, options)),
    access: async (asked: PathLike, mode?: number) => (isIt(asked) ? undefined : accessLater(asked, mode)),
    stat: async (asked: PathLike, options?: never) => (isIt(asked) ? stats() : statLater(asked, options)),
  });
}
