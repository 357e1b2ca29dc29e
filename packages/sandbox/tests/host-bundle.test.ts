// What a box's start rests on: V8 takes our cache of the host's compiled code, under the very flags of a box.

import { execFileSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { defaultLimits } from '../src/default-limits';
import { hostBundle } from '../src/host/host-bundle';
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

test('a package that lies beside the host is there for whoever may ask for it, the same for all', async () => {
  const box = openBox({ level: 'process', modules, resolveFrom: __dirname });
  const files = new Map([
    ['b.ts', `import * as theirs from 'fast-check'; export default theirs.constant;`],
    [
      'a.ts',
      `import * as ours from 'fast-check'; import constant from './b'; export const isSame = () => ours.constant === constant;`,
    ],
  ]);
  const patching = new Map([['a.ts', `import * as ours from 'fast-check'; (ours as any).Random.prototype.left = 1;`]]);
  try {
    for (let load = 0; load < 2; load++) {
      const program = await box.load({ files, entry: 'a.ts', modules: ['fast-check'] });
      expect(await program.call('isSame', [])).toBe(true);
    }
    expect(await box.settle()).toEqual({ clean: true, differences: [] });
    await box.load({ files: patching, entry: 'a.ts', modules: ['fast-check'] });
    expect(await box.settle()).toMatchObject({ clean: false });
    await expect(box.load({ files, entry: 'a.ts', modules: ['express'] })).rejects.toMatchObject({
      detail: expect.stringContaining("'fast-check' can't be loaded here"),
    });
  } finally {
    await box.close();
  }
});
