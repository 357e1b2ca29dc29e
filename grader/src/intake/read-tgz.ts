// A .tgz of a submission, listed and read as a stream with caps; nothing is unpacked.

import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

import { Parser, type ReadEntry } from 'tar';

import { isPassedOver, printablePath, refusedPath } from './plain-path';
import { IntakeProblem, intakeLimits, type RawFile, type RawFiles } from './raw-files';

const gzipFirstByte = 0x1f;

/** @throws IntakeProblem for anything that isn't an honest tgz of a submission. */
export function readTgz(path: string): Promise<RawFiles> {
  return new Promise((resolve, reject) => {
    const collected = new Collected();
    const source = createReadStream(path);
    const unzip = createGunzip();
    // The parser would unpack what is packed once more inside, past our caps.
    const parser = new Parser({ strict: true, brotli: false, zstd: false, onReadEntry: (entry) => collected.take(entry, fail) });
    let unpacked = 0;
    let done = false;
    let atEnd = false;
    function fail(error: Error): void {
      if (done) return;
      done = true;
      source.destroy();
      unzip.destroy();
      reject(
        error instanceof IntakeProblem
          ? error
          : new IntakeProblem(`It can't be read as a .tgz (${error.message}). Ask for it again.`),
      );
    }
    source.on('error', fail);
    unzip.on('error', fail).on('data', (chunk: Buffer) => {
      // No tar begins with this byte; another gzip does.
      if (unpacked === 0 && chunk[0] === gzipFirstByte) fail(new IntakeProblem('It is packed twice. Ask for a plain .tgz.'));
      unpacked += chunk.length;
      if (unpacked > intakeLimits.totalBytes)
        fail(new IntakeProblem(`It unpacks to more than ${intakeLimits.totalBytes} bytes.`));
      else if (!done && !atEnd) parser.write(chunk);
    });
    unzip.on('end', () => void (done || parser.end()));
    // What follows the archive's own end is never looked at; the parser would keep it, copying all of it with every chunk.
    parser.on('eof', () => {
      atEnd = true;
      source.destroy();
      unzip.destroy();
      setImmediate(() => parser.end());
    });
    parser.on('error', fail);
    parser.on('end', () => {
      if (done) return;
      done = true;
      resolve(collected);
    });
    source.pipe(unzip);
  });
}

class Collected implements RawFiles {
  readonly files: RawFile[] = [];
  readonly findings: string[] = [];
  readonly #seen = new Set<string>();
  #entries = 0;

  take(entry: ReadEntry, fail: (error: Error) => void): void {
    const name = entry.path.replace(/^\.\//, '').replace(/\/$/, '');
    const refused = name === '' || name === '.' ? null : refusedPath(name);
    const folded = name.normalize('NFC').toLowerCase();
    if (++this.#entries > intakeLimits.entries)
      fail(new IntakeProblem(`It holds more than ${intakeLimits.entries} entries. Pack exercises/ alone.`));
    else if (refused !== null)
      fail(new IntakeProblem(`It holds the entry "${printablePath(name)}", whose path ${refused}. Nothing of it was taken.`));
    else if (entry.type === 'File' && this.#seen.has(folded))
      fail(new IntakeProblem(`It holds "${printablePath(name)}" twice. Nothing of it was taken.`));
    else if (entry.type === 'File' && !isPassedOver(name)) return this.#read(entry, name, folded);
    else if (entry.type !== 'File' && entry.type !== 'Directory')
      this.findings.push(`${printablePath(name)} was left out: it is a link or not a regular file.`);
    entry.resume();
  }

  #read(entry: ReadEntry, path: string, folded: string): void {
    this.#seen.add(folded);
    if ((entry.size ?? 0) > intakeLimits.fileBytes) {
      this.findings.push(
        `${printablePath(path)} was left out: ${entry.size} bytes; at most ${intakeLimits.fileBytes} are taken.`,
      );
      entry.resume();
      return;
    }
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    entry.on('end', () => this.files.push({ path, read: () => Buffer.concat(chunks) }));
  }
}
