// A submission that lies in a folder: walked without following a link, and never used in place.

import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, type Stats } from 'node:fs';
import { join } from 'node:path';

import { isLeftByTheCourse, isPassedOver, printablePath, refusedPath } from './plain-path';
import { IntakeProblem, intakeLimits, type RawFile, type RawFiles } from './raw-files';

/** @throws IntakeProblem for a folder with more entries than a submission can have. */
export function readFolder(folder: string): RawFiles {
  const files: RawFile[] = [];
  const findings: string[] = [];
  let entries = 0;
  const root = realpathSync(folder);
  const walk = (relative: string): void => {
    for (const name of namesIn(join(folder, relative))) {
      const path = relative === '' ? name : `${relative}/${name}`;
      if (++entries > intakeLimits.entries)
        throw new IntakeProblem(
          `It holds more than ${intakeLimits.entries} files and folders; a submission has a few dozen. Remove what is not part of exercises/ (node_modules?) and grade it again.`,
        );
      const kind = lookedAt(join(folder, path));
      const refused = refusedPath(path);
      if (kind === null) findings.push(`${printablePath(path)} was left out: it can't be read.`);
      else if (isLeftByTheCourse(path)) continue;
      else if (isPassedOver(path)) findings.push(`${printablePath(path)} was passed over.`);
      else if (refused !== null) findings.push(`${printablePath(path)} was left out: the path ${refused}.`);
      else if (kind.isDirectory()) walk(path);
      else if (kind.isFile()) files.push({ path, read: () => readRegularFile(root, path) });
      else
        findings.push(`${printablePath(path)} was left out: it is ${kind.isSymbolicLink() ? 'a link' : 'not a regular file'}.`);
    }
  };
  walk('');
  return { files, findings };
}

/** One name that the system can't read must not cost the whole submission. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function lookedAt(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** Opened without following a link, and looked at again once it is open: it, or a folder above it, may have been swapped since. */
function readRegularFile(root: string, path: string): Buffer {
  const absolute = join(root, path);
  const descriptor = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const opened = fstatSync(descriptor);
    const named = lstatSync(absolute);
    if (realpathSync(absolute) !== absolute || named.ino !== opened.ino || named.dev !== opened.dev)
      throw new IntakeProblem(`${printablePath(path)} was changed while it was read.`);
    if (!opened.isFile()) throw new IntakeProblem(`${printablePath(path)} is not a regular file.`);
    if (opened.size > intakeLimits.fileBytes)
      throw new IntakeProblem(`${printablePath(path)} has ${opened.size} bytes; at most ${intakeLimits.fileBytes} are taken.`);
    const buffer = Buffer.alloc(opened.size);
    const read = readSync(descriptor, buffer, 0, opened.size, 0);
    return buffer.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}
