// What a box's start rests on: V8 takes our cache of the host's compiled code only under the very flags that it was made with.

import { execFileSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { defaultLimits } from '../src/default-limits';
import { hostBundle } from '../src/host/host-bundle';
import { nodeFlags } from '../src/levels/command-line';

const isRejected = `
  const fs = require('node:fs'), vm = require('node:vm'), path = require('node:path');
  const [folder] = process.argv.slice(1);
  const cachedData = fs.readFileSync(path.join(folder, 'host.cache'));
  const script = new vm.Script(fs.readFileSync(path.join(folder, 'host.js'), 'latin1'), { filename: 'host.js', cachedData });
  process.stdout.write(String(script.cachedDataRejected));`;

test.each([
  ['the flags of a box', nodeFlags(defaultLimits, []), 'false'],
  ['others: so this test can fail', ['--max-old-space-size=123'], 'true'],
])('under %s', (_name, flags, expected) => {
  const { directory } = hostBundle(['express', 'cookie-parser'], __dirname);
  expect(execFileSync(process.execPath, [...flags, '-e', isRejected, directory], { encoding: 'utf8' })).toBe(expected);
});
