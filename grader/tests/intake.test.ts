// Containers that nobody honest makes, given to intake one by one: each is refused, or taken without what is wrong with it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Header } from 'tar';
import { ZipFile } from 'yazl';

import { printablePath, refusedPath } from '../src/intake/plain-path';
import { intakeLimits } from '../src/intake/raw-files';
import { readFolder } from '../src/intake/read-folder';
import { readTgz } from '../src/intake/read-tgz';
import { readZip } from '../src/intake/read-zip';

let folder = '';
let number = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'intake-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (ending: string): string => join(folder, `${++number}${ending}`);

describe('a .tgz', () => {
  const entry = (
    name: string,
    content = '',
    type: 'File' | 'Link' | 'SymbolicLink' | 'FIFO' | 'CharacterDevice' = 'File',
  ): Buffer => {
    const header = new Header({
      path: name,
      mode: 0o644,
      uid: 0,
      gid: 0,
      size: content.length,
      type,
      linkpath: type.endsWith('Link') ? '/etc/passwd' : '',
    });
    const block = Buffer.alloc(512 + Math.ceil(content.length / 512) * 512);
    header.encode(block, 0);
    block.write(content, 512);
    return block;
  };
  /** Records that overrule the header after them. */
  const pax = (records: Readonly<Record<string, string>>): Buffer => {
    const body = Object.entries(records)
      .map(([key, value]) => {
        const rest = ` ${key}=${value}\n`;
        const length = [1, 2, 3, 4, 5].find((digits) => String(rest.length + digits).length === digits) ?? 5;
        return `${rest.length + length}${rest}`;
      })
      .join('');
    const block = entry('PaxHeader', body);
    block.write('x', 156);
    block.fill(32, 148, 156);
    block.write(
      `${block
        .subarray(0, 512)
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    return block;
  };
  const read = (...parts: readonly Buffer[]): ReturnType<typeof readTgz> => {
    const file = path('.tgz');
    writeFileSync(file, gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)])));
    return readTgz(file);
  };

  test.each<[string, readonly Buffer[], RegExp]>([
    ['path that leads out', [entry('../up.ts')], /leads out/],
    ['absolute path', [entry('/etc/x')], /absolute/],
    ['path that only its pax record says', [pax({ path: '../../up.ts' }), entry('harmless.ts')], /leads out/],
    ['path of 10,000 characters in a pax record', [pax({ path: 'x/'.repeat(5_000) }), entry('x')], /too long/],
    ['size that only its pax record says', [pax({ size: '99999999999999' }), entry('x')], /can't be read/],
    ['control character in a name', [entry('a\u001b[2Jb')], /control characters/],
    ['name twice', [entry('a.ts', '1'), entry('a.ts', '2')], /twice/],
    ['name twice but for case and a leading ./', [entry('a.ts', '1'), entry('./A.ts', '2')], /twice/],
    ['name twice but for how é is written', [entry('\u00e9.ts', '1'), entry('e\u0301.ts', '2')], /twice/],
    ['crowd of entries', Array.from({ length: intakeLimits.entries + 1 }, (_, index) => entry(`f${index}`)), /more than 2000/],
  ])('with a %s is refused', async (_name, parts, message) => {
    await expect(read(...parts)).rejects.toMatchObject({ name: 'IntakeProblem', message: expect.stringMatching(message) });
  });

  test.each(['Link', 'SymbolicLink', 'FIFO', 'CharacterDevice'] as const)('with a %s is taken without it', async (type) => {
    const { files, findings } = await read(entry('there.ts', 'text'), entry('odd', '', type));
    expect(files.map((file) => file.path)).toEqual(['there.ts']);
    expect(findings).toEqual([expect.stringMatching(/^odd was left out/)]);
  });

  test('with a file that is too large is taken without it', async () => {
    const { files, findings } = await read(entry('large.ts', 'x'.repeat(intakeLimits.fileBytes + 1)), entry('small.ts', 'x'));
    expect(files.map((file) => file.path)).toEqual(['small.ts']);
    expect(findings).toHaveLength(1);
  });

  test('of many files, each allowed, that are too much together is refused', async () => {
    const many = Array.from({ length: 260 }, (_, index) => entry(`f${index}`, 'x'.repeat(intakeLimits.fileBytes)));
    await expect(read(...many)).rejects.toMatchObject({ message: expect.stringMatching(/unpacks to more than/) });
  });

  test('with 60 MB after its own end is read to its end, in little time', async () => {
    const before = performance.now();
    const { files } = await read(entry('a.ts', 'x'), Buffer.alloc(60 * 1024 * 1024));
    expect(files.map((file) => file.path)).toEqual(['a.ts']);
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  test('packed twice is refused: what is inside would be unpacked past every cap', async () => {
    const file = path('.tgz');
    const inner = Buffer.concat(
      Array.from({ length: 300 }, (_, index) => entry(`f${index}`, 'x'.repeat(intakeLimits.fileBytes))),
    );
    writeFileSync(file, gzipSync(gzipSync(inner)));
    await expect(readTgz(file)).rejects.toMatchObject({ name: 'IntakeProblem', message: expect.stringMatching(/packed twice/) });
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['not one', () => Buffer.from('no gzip')],
  ])('%s is refused', async (_name, spoil) => {
    const file = path('.tgz');
    writeFileSync(file, spoil(gzipSync(Buffer.concat([entry('a.ts', 'x'.repeat(5_000)), Buffer.alloc(1024)]))));
    await expect(readTgz(file)).rejects.toMatchObject({ name: 'IntakeProblem' });
  });
});

describe('a zip', () => {
  const zipped = async (
    entries: Readonly<Record<string, string | Buffer>>,
    tamper: (bytes: Buffer) => Buffer = (bytes) => bytes,
  ): Promise<string> => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content as string), name);
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const file = path('.zip');
    writeFileSync(file, tamper(Buffer.concat(chunks)));
    return file;
  };
  /** The central directory's record of the first entry: where a zip says what is in it. */
  const directory = (bytes: Buffer): number => bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  const replacing = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

  test.each<[string, Readonly<Record<string, string>>, (bytes: Buffer) => Buffer, RegExp]>([
    ['path that leads out', { 'aa/b.ts': 'x' }, replacing('aa/b.ts', '../b.ts'), /\.\.|leads out|relative path/],
    ['absolute path', { 'aa/b.ts': 'x' }, replacing('aa/b.ts', '/a/b.ts'), /absolute/],
    ['backslash in a path', { 'aa/b.ts': 'x' }, replacing('aa/b.ts', 'a\\\\b.ts'), /./],
    ['control character in a name', { 'aa/b.ts': 'x' }, replacing('aa/b.ts', 'a\u0007/b.ts'), /control characters/],
    ['name twice', { 'a.ts': '1', 'b.ts': '2' }, replacing('b.ts', 'a.ts'), /twice/],
    ['name twice but for case', { 'a.ts': '1', 'A.ts': '2' }, (bytes) => bytes, /twice/],
    ['name twice but for how é is written', { '\u00e9.ts': '1', 'e\u0301.ts': '2' }, (bytes) => bytes, /twice/],
    [
      "size that it doesn't have",
      { 'a.ts': 'x'.repeat(100_000) },
      (bytes) => (bytes.writeUInt32LE(10, directory(bytes) + 24), bytes),
      /can't be unpacked/,
    ],
    ['password', { 'a.ts': 'x' }, (bytes) => (bytes.writeUInt16LE(1, directory(bytes) + 8), bytes), /encrypted/],
  ])('with a %s is refused', async (_name, entries, tamper, message) => {
    await expect(zipped(entries, tamper).then(readZip)).rejects.toMatchObject({
      name: 'IntakeProblem',
      message: expect.stringMatching(message),
    });
  });

  test('with a crowd of entries is refused before any is read', async () => {
    const crowd = Object.fromEntries(Array.from({ length: intakeLimits.entries + 1 }, (_, index) => [`f${index}`, '']));
    await expect(zipped(crowd).then(readZip)).rejects.toMatchObject({ message: expect.stringMatching(/2001 entries/) });
  });

  test('of many files, each allowed, that are too much together is refused', async () => {
    const large = Buffer.alloc(intakeLimits.fileBytes);
    const many = Object.fromEntries(Array.from({ length: 260 }, (_, index) => [`f${index}`, large]));
    await expect(zipped(many).then(readZip)).rejects.toMatchObject({ message: expect.stringMatching(/unpacks to more than/) });
  });

  test('with a link in it is taken without it', async () => {
    const file = await zipped({ 'a.ts': '/etc/passwd', 'b.ts': 'x' }, (bytes) => {
      bytes.writeUInt16LE(0xa1ff, directory(bytes) + 40);
      return bytes;
    });
    const { files, findings } = await readZip(file);
    expect(files.map(({ path: name }) => name)).toEqual(['b.ts']);
    expect(findings).toEqual([expect.stringMatching(/a link/)]);
  });
});

describe('a folder', () => {
  const filled = (files: Readonly<Record<string, string | Buffer>>): string => {
    const inside = path('');
    mkdirSync(inside);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(inside, name, '..'), { recursive: true });
      writeFileSync(join(inside, name), text);
    }
    return inside;
  };

  test('is taken without its links, pipes and sockets', async () => {
    const inside = filled({ 'a.ts': 'x' });
    const secrets = filled({ 'secret.ts': 'secret' });
    symlinkSync(join(secrets, 'secret.ts'), join(inside, 'link.ts'));
    symlinkSync(secrets, join(inside, 'linked'));
    execFileSync('mkfifo', [join(inside, 'pipe.ts')]);
    const server = net.createServer();
    await new Promise<void>((resolve) => void server.listen(join(inside, 'socket.ts'), resolve));
    const { files, findings } = readFolder(inside);
    server.close();
    expect(files.map((file) => file.path)).toEqual(['a.ts']);
    expect(findings).toHaveLength(4);
  });

  test("says nothing of what the course's own commands leave there, and names every other dotfile", () => {
    const inside = filled({ 'a.ts': 'x', '.progress.json': '{}', '.progress.json.broken-1': '', '.kept/l/e/1/app.ts': 'x', '.env': 'x' }); // prettier-ignore
    const { files, findings } = readFolder(inside);
    expect(files.map((file) => file.path)).toEqual(['a.ts']);
    expect(findings).toEqual(['.env was passed over.']);
  });

  test('one of whose folders is swapped for a link while it is read gives nothing from behind the link', () => {
    const inside = filled({ 'lesson/app.ts': 'own' });
    const secrets = filled({ 'app.ts': 'secret' });
    const { files } = readFolder(inside);
    renameSync(join(inside, 'lesson'), join(inside, 'before'));
    symlinkSync(secrets, join(inside, 'lesson'));
    expect(() => files[0]?.read()).toThrow(/was changed while it was read/);
  });

  test('with a file that is too large tells so only when it is asked for', () => {
    const { files } = readFolder(filled({ 'a.ts': 'x'.repeat(intakeLimits.fileBytes + 1) }));
    expect(() => files[0]?.read()).toThrow(/at most/);
  });

  test('with 100,000 files in it is refused, in little time', () => {
    const inside = filled({});
    for (let index = 0; index < 100_000; index++) writeFileSync(join(inside, String(index)), '');
    const before = performance.now();
    expect(() => readFolder(inside)).toThrow(/more than 2000/);
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 60_000);

  test('with a name that is no text loses that file and no other', () => {
    const inside = filled({ 'a.ts': 'x' });
    writeFileSync(Buffer.concat([Buffer.from(`${inside}/`), Buffer.from([0x62, 0xff, 0xfe])]), 'x');
    const { files, findings } = readFolder(inside);
    expect(files.map((file) => file.path)).toEqual(['a.ts']);
    expect(findings).toEqual([expect.stringMatching(/can't be read/)]);
  });
});

describe('names', () => {
  test.each([
    '../x',
    'a/../b',
    '/x',
    'C:/x',
    'a\\b',
    'a\nb',
    'a\u0000',
    '-rf',
    'a/-rf',
    'a:stream',
    './a',
    'a//b',
    `${'d/'.repeat(12)}f`,
  ])('the path %j is refused', (given) => expect(refusedPath(given)).not.toBeNull());
  test.each(['plain-cookies/first-cookie/app.ts', 'My work/Übung 1/app.ts', '提出/app.ts'])('the path %j is taken', (given) =>
    expect(refusedPath(given)).toBeNull(),
  );
  test.each([
    ['李明', '李明'],
    ['Zoë O’Hara', 'Zoë O’Hara'],
    ['a\u001b[2Jb', 'a?[2Jb'],
    ['line\nbreak\u2028', 'line?break?'],
    ['\u202efdp.exe\u061c\u200b', '?fdp.exe??'],
  ])('%j is shown as %j', (given, printed) => expect(printablePath(given)).toBe(printed));
});
