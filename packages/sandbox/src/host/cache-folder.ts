// Where what is made once stays: below the temporary folder, for this user and every box.

import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** World-readable, for a box that runs as another user; ours alone to write. */
export function cacheFolder(): string {
  const folder = join(tmpdir(), `cookie-lessons-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(folder);
  const isOurs =
    process.platform === 'win32' || (uid === userInfo().uid && (mode & 0o022) === 0 && lstatSync(folder).isDirectory());
  if (!isOurs)
    throw new Error(
      `${folder} belongs to somebody else or can be written by others. Remove it, or set TMPDIR to a folder of your own.`,
    );
  return folder;
}
