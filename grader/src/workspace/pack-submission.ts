// A submission as a zip: the same work gives the same bytes, so that two zips can be compared.

import { ZipFile } from 'yazl';

/** No time of day is in it: zip keeps local time, the same for everybody here. */
const sameForAll = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/** @param files path in the zip -> text. */
export async function packSubmission(files: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of files) zip.addBuffer(Buffer.from(text), path, sameForAll);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
