// Makes the container of one situation: the exercise under attack, an honest one beside it, and what the situation adds.

import { createWriteStream, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { create } from 'tar';
import { ZipFile } from 'yazl';

export const attacked = 'plain-cookies/first-cookie';
export const beside = 'plain-cookies/visit-counter';

export interface Canaries {
  /** Files that must not be read, each holding a canary. */
  readonly paths: readonly string[];
  readonly port: number;
}

const root = join(__dirname, '..', '..');
const solution = (id: string): string => readFileSync(join(root, 'solutions', id, 'app.ts'), 'utf8');

/** Situations that are more than a program: how their container is made. The rest have an app.ts in their folder. */
export const madeByCode: Readonly<Record<string, (folder: string) => Promise<string> | string>> = {
  'one-exercise-missing': (folder) => writeFolder(folder, { [`${attacked}/app.ts`]: solution(attacked) }),
  'brings-its-own-tools': (folder) =>
    writeFolder(folder, {
      [`${attacked}/app.ts`]: solution(attacked),
      [`${beside}/app.ts`]: solution(beside),
      [`${attacked}/node_modules/express/index.js`]: 'module.exports = () => { throw new Error("hijacked"); };',
      'node_modules/cookie-parser/index.js': 'process.exit(0)',
      'package.json': '{"scripts":{"test":"exit 0"},"jest":{"testMatch":[]}}',
      'jest.config.js': 'process.exit(0)',
      'tsconfig.json': '{"extends":"/etc/passwd"}',
      '.npmrc': 'ignore-scripts=false',
      [`${attacked}/hidden.test.ts`]: 'test("x", () => {})',
    }),
  'links-out': (folder) => {
    writeFolder(folder, { [`${beside}/app.ts`]: solution(beside) });
    mkdirSync(join(folder, attacked), { recursive: true });
    symlinkSync(join(root, 'solutions', attacked, 'app.ts'), join(folder, attacked, 'app.ts'));
    return folder;
  },
  'zip-slip': (folder) =>
    writeZip(
      `${folder}.zip`,
      [
        ['a'.repeat('../../../planted.ts'.length), 'planted'],
        [`${attacked}/app.ts`, solution(attacked)],
      ],
      (bytes) => bytes.replaceAll('a'.repeat('../../../planted.ts'.length), '../../../planted.ts'),
    ),
  'zip-bomb': (folder) =>
    writeZip(`${folder}.zip`, [
      [`${attacked}/app.ts`, Buffer.alloc(300 * 1024 * 1024, 32)],
      [`${beside}/app.ts`, solution(beside)],
    ]),
  'zip-of-an-honest-one': (folder) =>
    writeZip(`${folder}.zip`, [
      [`exercises/${attacked}/app.ts`, solution(attacked)],
      [`exercises/${beside}/app.ts`, solution(beside)],
    ]),
  'tgz-of-an-honest-one': (folder) => {
    writeTgz(folder, { [`exercises/${attacked}/app.ts`]: solution(attacked), [`exercises/${beside}/app.ts`]: solution(beside) });
    return `${folder}.tgz`;
  },
  'packed-twice': (folder) => {
    writeTgz(folder, { [`exercises/${attacked}/app.ts`]: solution(attacked) });
    writeFileSync(`${folder}.tgz`, gzipSync(readFileSync(`${folder}.tgz`)));
    return `${folder}.tgz`;
  },
  'is-somebody-else': (folder) =>
    writeFolder(folder, {
      [`${attacked}/app.ts`]: solution(attacked),
      [`${beside}/app.ts`]: solution(beside),
      'student.json': JSON.stringify({
        id: '=cmd|x!<img src=x onerror=alert(3)>\u001b[2J\u202e',
        name: { toString: 1 },
        __proto__x: 1,
      }),
    }),
  'not-a-zip': (folder) => {
    writeFileSync(`${folder}.zip`, 'this is not a zip');
    return `${folder}.zip`;
  },
  'nothing-of-this-course': (folder) => writeFolder(folder, { 'essay.txt': 'On cookies.' }),
  'not-utf-8': (folder) => {
    writeFolder(folder, { [`${beside}/app.ts`]: solution(beside) });
    mkdirSync(join(folder, attacked), { recursive: true });
    writeFileSync(join(folder, attacked, 'app.ts'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    return folder;
  },
};

/** @param app the text of the situation's app.ts, in which marks are replaced by this run's canaries. */
export function writeProgram(folder: string, app: string, { paths, port }: Canaries): string {
  const text = app
    .replace('%5B%22CANARY_PATHS%22%5D', encodeURIComponent(JSON.stringify(paths)))
    .replace('CANARY_PORT', String(port))
    .replace('BRACKETS', `export default ${'['.repeat(100_000)}${']'.repeat(100_000)};`);
  return writeFolder(folder, { [`${attacked}/app.ts`]: text, [`${beside}/app.ts`]: solution(beside) });
}

function writeFolder(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Beside the folder, under its name. */
function writeTgz(folder: string, files: Readonly<Record<string, string>>): void {
  writeFolder(folder, files);
  create({ file: `${folder}.tgz`, gzip: true, sync: true, cwd: folder }, Object.keys(files));
  rmSync(folder, { recursive: true });
}

async function writeZip(
  path: string,
  entries: readonly (readonly [string, string | Buffer])[],
  tamper?: (bytes: string) => string,
): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  await new Promise((resolve, reject) =>
    zip.outputStream
      .pipe(createWriteStream(path))
      .on('close', () => resolve(undefined))
      .on('error', reject),
  );
  // A path that no honest tool writes has to be put in afterwards; it has as many bytes as the one it replaces.
  if (tamper) writeFileSync(path, Buffer.from(tamper(readFileSync(path, 'latin1')), 'latin1'));
  return path;
}
