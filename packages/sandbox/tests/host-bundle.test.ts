// What a box's start rests on: V8 takes our cache of the host's compiled code, under the very flags of a box.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

import { expect, jest, test } from '@jest/globals';

import { defaultLimits } from '../src/default-limits';
import { hostBundle } from '../src/host/host-bundle';
import { usedMediaTypes } from '../src/host/media-types';
import { openBox } from '../src/index';
import { nodeFlags } from '../src/levels/command-line';

const isRejected = `
  const fs = require('node:fs'), vm = require('node:vm'), path = require('node:path');
  const [folder, name, more] = process.argv.slice(1);
  const cachedData = fs.readFileSync(path.join(folder, name + '.cache'));
  const source = fs.readFileSync(path.join(folder, name + '.js'), 'latin1') + more;
  process.stdout.write(String(new vm.Script(source, { filename: name + '.js', cachedData }).cachedDataRejected));`;

/** The first two are in the host's own file, the third beside it. */
const modules = ['express', 'cookie-parser', 'fast-check'];

test.each([
  ['the host', 'host', '', 'false'],
  ['a package that lies beside it', 'package-0', '', 'false'],
  ['another host: so this test can fail', 'host', ';', 'true'],
])('of %s', (_what, name, more, expected) => {
  const { directory } = hostBundle(modules, __dirname);
  const flags = nodeFlags(defaultLimits, []);
  const said = execFileSync(process.execPath, [...flags, '-e', isRejected, directory, name, more], { encoding: 'utf8' });
  expect(said).toBe(expected);
});

test('a package that lies beside the host is there for whoever may ask for it', async () => {
  const box = openBox({ level: 'process', modules, resolveFrom: __dirname });
  const files = new Map([
    ['a.ts', `import { sample, constant } from 'fast-check'; export const drawn = () => sample(constant(3), 2);`],
  ]);
  try {
    const program = await box.load({ files, entry: 'a.ts', modules: ['fast-check'] });
    expect(await program.call('drawn', [])).toEqual([3, 3]);
    await expect(box.load({ files, entry: 'a.ts', modules: ['express'] })).rejects.toMatchObject({
      detail: expect.stringContaining("'fast-check' can't be loaded here"),
    });
  } finally {
    await box.close();
  }
});

test('mime-types answers the same with the media types it is given here', () => {
  const path = createRequire(require.resolve('express')).resolve('mime-types');
  const table = createRequire(path).resolve('mime-db');
  const all = createRequire(path)('mime-db') as Record<string, { extensions?: string[] }>;
  const used = JSON.parse(usedMediaTypes(Buffer.from(JSON.stringify(all)))) as object;
  expect(Object.keys(used).length).toBeLessThan(Object.keys(all).length / 2);
  const usual = mimeTypesWith(path, table, all);
  const ours = mimeTypesWith(path, table, used);
  const names = [...Object.keys(all), ...Object.values(all).flatMap(({ extensions }) => extensions ?? []), 'text/x-none', 'none'];
  for (const ask of ['lookup', 'extension', 'charset', 'contentType'] as const)
    expect(names.map((name) => ours[ask](name))).toEqual(names.map((name) => usual[ask](name)));
});

type MimeTypes = Record<'lookup' | 'extension' | 'charset' | 'contentType', (name: string) => unknown>;

function mimeTypesWith(path: string, table: string, types: object): MimeTypes {
  let mimeTypes: unknown;
  jest.isolateModules(() => {
    jest.doMock(table, () => types);
    mimeTypes = jest.requireActual(path);
  });
  return mimeTypes as MimeTypes;
}
