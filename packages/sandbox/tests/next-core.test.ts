// Which processors boxes are spread over: those that this process was given.

import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { coresOf, nextCore } from '../src/process/next-core';

test.each([
  ['0-1', [0, 1]],
  ['2-3,6', [2, 3, 6]],
  ['5', [5]],
])('of %s, a container has just those', (list, cores) => {
  expect(coresOf(`Name:\tnode\nCpus_allowed:\tff\nCpus_allowed_list:\t${list}\nMems_allowed_list:\t0\n`)).toEqual(cores);
});

test('where the kernel says nothing, none is known', () => {
  expect(coresOf('Name:\tnode\n')).toEqual([]);
});

test('each box gets the next', () => {
  const cores = coresOf(readFileSync('/proc/self/status', 'utf8'));
  expect(new Set(cores.map(nextCore))).toEqual(new Set(cores));
});
