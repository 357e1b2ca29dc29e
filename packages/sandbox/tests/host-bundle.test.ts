// What a box's start rests on: V8 takes our cache of the host's compiled code, under the very flags of a box.

import { execFileSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { defaultLimits } from '../src/default-limits';
import { hostBundle } from '../src/host/host-bundle';
import { nodeFlags } from '../src/levels/command-line';

const isRejected = `
  const fs = require('node:fs'), vm = require('node:vm'), path = require('node:path');
  const [folder, more] = process.argv.slice(1);
  const cachedData = fs.readFileSync(path.join(folder, 'host.cache'));
  const source = fs.readFileSync(path.join(folder, 'host.js'), 'latin1') + more;
  process.stdout.write(String(new vm.Script(source, { filename: 'host.js', cachedData }).cachedDataRejected));`;

test.each([
  ['the host', '', 'false'],
  ['another host: so this test can fail', ';', 'true'],
])('of %s', (_name, more, expected) => {
  const { directory } = hostBundle(['express', 'cookie-parser'], __dirname);
  const flags = nodeFlags(defaultLimits, []);
  expect(execFileSync(process.execPath, [...flags, '-e', isRejected, directory, more], { encoding: 'utf8' })).toBe(expected);
});
