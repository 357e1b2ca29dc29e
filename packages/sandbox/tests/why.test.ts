// What the sandbox can tell of why a program didn't answer as one, beside that it didn't.

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { type Box, type Program, strongestLevel } from '../src/index';
import { boxAt, load } from './one-program';

const express = `import express from 'express'; const app = express(); app.get('/', (_q, s) => { s.send('fine'); });`;
const get = (program: Program): ReturnType<Program['request']> => program.request({ method: 'GET', path: '/' });
let box: Box;

beforeAll(async () => {
  box = boxAt((await strongestLevel()).level);
});
afterAll(() => box.close());

test.each([
  ['listens at once', `${express} app.listen(3000);`, true],
  ['listens after an await', `${express} void Promise.resolve().then(() => app.listen(3000));`, true],
  ['exports its app', `${express} export default app;`, false],
  ['does both', `${express} app.listen(3000); export default app;`, false],
  ['exports a function that makes it', `${express} export const createApp = () => app;`, false],
])('an app that %s', async (_name, source, expected) => {
  const program = await load(box, source);
  expect((await get(program)).text).toBe('fine');
  expect(program.listensItself).toBe(expected);
});

test('a program without an app listens nowhere', async () => {
  const program = await load(box, 'export const one = () => 1;');
  await expect(get(program)).rejects.toMatchObject({ code: 'nothing-exported' });
  expect(program.listensItself).toBe(false);
});

test.each([
  ['an endless loop in a handler', `export default () => { for (;;); };`, true],
  ['a handler that never answers', `export default () => {};`, false],
])('%s', async (_name, source, wasBusy) => {
  await expect(get(await load(box, source))).rejects.toMatchObject({ code: 'timed-out', wasBusy });
});

test.each([
  ['an endless loop in a function', `export const f = () => { for (;;); };`, true],
  ['a promise that never settles', `export const f = () => new Promise(() => {});`, false],
])('%s', async (_name, source, wasBusy) => {
  await expect((await load(box, source)).call('f', [])).rejects.toMatchObject({ code: 'timed-out', wasBusy });
});

test.each(['{ data: Promise.resolve(1) }', '[Promise.resolve(1)]', 'new Map([[1, (async () => 2)()]])'])(
  'a promise within %s is no empty object',
  async (value) => {
    const program = await load(box, `export const f = () => (${value});`);
    await expect(program.call('f', [])).rejects.toMatchObject({ code: 'not-by-value', detail: 'a promise' });
  },
);
