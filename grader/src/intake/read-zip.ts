// A zip of a submission, read entry by entry with caps; nothing is ever unpacked onto a path that it chose.

import yauzl, { type Entry, type ZipFile } from 'yauzl';

import { isPassedOver, printablePath, refusedPath } from './plain-path';
import { IntakeProblem, intakeLimits, type RawFile, type RawFiles } from './raw-files';

const fileTypeMask = 0o170000;
const regularFile = 0o100000;

/** @throws IntakeProblem for anything that isn't an honest zip of a submission. */
export async function readZip(path: string): Promise<RawFiles> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > intakeLimits.entries)
      throw new IntakeProblem(
        `The zip holds ${zip.entryCount} entries; at most ${intakeLimits.entries} are read. Zip exercises/ alone.`,
      );
    return await readEntries(zip);
  } finally {
    zip.close();
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(
      path,
      { lazyEntries: true, validateEntrySizes: true, autoClose: false },
      (error: Error | null, zip: ZipFile | undefined) => {
        if (zip) resolve(zip);
        else reject(new IntakeProblem(`It can't be read as a zip (${error?.message ?? 'no reason given'}). Ask for it again.`));
      },
    );
  });
}

async function readEntries(zip: ZipFile): Promise<RawFiles> {
  const files: RawFile[] = [];
  const findings: string[] = [];
  const seen = new Set<string>();
  let totalBytes = 0;
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    const name = entry.fileName;
    const refused = refusedPath(name.replace(/\/$/, ''));
    const folded = name.normalize('NFC').toLowerCase();
    if (refused !== null)
      throw new IntakeProblem(`It holds the entry "${printablePath(name)}", whose path ${refused}. Nothing of it was taken.`);
    if (seen.has(folded)) throw new IntakeProblem(`It holds "${printablePath(name)}" twice. Nothing of it was taken.`);
    seen.add(folded);
    if (name.endsWith('/')) continue;
    const mode = (entry.externalFileAttributes >>> 16) & fileTypeMask;
    if (isPassedOver(name)) continue;
    if (mode !== 0 && mode !== regularFile)
      findings.push(`${printablePath(name)} was left out: it is a link or not a regular file.`);
    else if ((entry.generalPurposeBitFlag & 1) !== 0) throw new IntakeProblem('It is encrypted. Ask for it without a password.');
    else if (entry.uncompressedSize > intakeLimits.fileBytes)
      findings.push(
        `${printablePath(name)} was left out: ${entry.uncompressedSize} bytes; at most ${intakeLimits.fileBytes} are taken.`,
      );
    else {
      const bytes = await readEntry(zip, entry);
      totalBytes += bytes.length;
      if (totalBytes > intakeLimits.totalBytes)
        throw new IntakeProblem(`It unpacks to more than ${intakeLimits.totalBytes} bytes.`);
      files.push({ path: name, read: () => bytes });
    }
  }
  return { files, findings };
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      settle();
    };
    zip.once('entry', (entry: Entry) => finish(() => resolve(entry)));
    zip.once('end', () => finish(() => resolve(null)));
    zip.once('error', (error: Error) =>
      finish(() => reject(new IntakeProblem(`It is a broken zip (${error.message}). Ask for it again.`))),
    );
    zip.readEntry();
  });
}

/** What the entry really unpacks to is counted, whatever it claims. */
function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(
        new IntakeProblem(`"${printablePath(entry.fileName)}" in it can't be unpacked (${error.message}). Ask for it again.`),
      );
    zip.openReadStream(entry, (error: Error | null, stream) => {
      if (error || !stream) return fail(error ?? new Error('no stream'));
      const chunks: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > intakeLimits.fileBytes) stream.destroy(new Error(`more than ${intakeLimits.fileBytes} bytes`));
        else chunks.push(chunk);
      });
      stream.on('error', fail);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
