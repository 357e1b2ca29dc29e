// A submission that lies in a folder: walked without following a link, and never used in place.

import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

import { isPassedOver, printablePath, refusedPath } from './plain-path';
import { IntakeProblem, intakeLimits, type RawFile, type RawFiles } from './raw-files';

/** @throws IntakeProblem for a folder with more entries than a submission can have. */
export function readFolder(folder: string): RawFiles {
  const files: RawFile[] = [];
  const findings: string[] = [];
  let entries = 0;
  const walk = (relative: string): void => {
    for (const name of readdirSync(join(folder, relative)).sort()) {
      const path = relative === '' ? name : `${relative}/${name}`;
      if (++entries > intakeLimits.entries)
        throw new IntakeProblem(
          `It holds more than ${intakeLimits.entries} files and folders; a submission has a few dozen. Remove what is not part of exercises/ (node_modules?) and grade it again.`,
        );
      const kind = lstatSync(join(folder, path));
      const refused = refusedPath(path);
      if (isPassedOver(path)) findings.push(`${printablePath(path)} was passed over.`);
      else if (refused !== null) findings.push(`${printablePath(path)} was left out: the path ${refused}.`);
      else if (kind.isDirectory()) walk(path);
      else if (kind.isFile()) files.push({ path, read: () => readRegularFile(join(folder, path), path) });
      else
        findings.push(`${printablePath(path)} was left out: it is ${kind.isSymbolicLink() ? 'a link' : 'not a regular file'}.`);
    }
  };
  walk('');
  return { files, findings };
}

/** Opened without following links, and looked at again once it is open: it may have been swapped since. */
function readRegularFile(absolute: string, path: string): Buffer {
  const descriptor = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile()) throw new IntakeProblem(`${printablePath(path)} is not a regular file.`);
    if (size > intakeLimits.fileBytes)
      throw new IntakeProblem(`${printablePath(path)} has ${size} bytes; at most ${intakeLimits.fileBytes} are taken.`);
    const buffer = Buffer.alloc(size);
    const read = readSync(descriptor, buffer, 0, size, 0);
    return buffer.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}
