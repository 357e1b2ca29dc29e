// Type errors are advice in our own words, made in a box that holds nothing but the submission and declared types.

import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { strongestLevel } from '@cookie-lessons/sandbox';

import { TypeChecker } from '../src/check-types/type-checker';

const root = join(__dirname, '..', '..');
const checker = strongestLevel().then(
  ({ level }) => new TypeChecker({ level, modules: ['express', 'cookie-parser', 'zod'], resolveFrom: join(root, 'exercises') }),
);
const advise = async (text: string): Promise<readonly string[]> => (await checker).advise(new Map([['app.ts', text]]));

afterAll(async () => (await checker).close());

test('a program that fits its types is told nothing', async () => {
  const text = `import cookieParser from 'cookie-parser';
import express from 'express';
import { createHash } from 'node:crypto';
import { z } from 'zod';
const app = express();
app.use(cookieParser());
app.get('/', (req, res) => {
  const name: string = z.string().parse(req.cookies.name);
  res.cookie('seen', createHash('sha256').update(name).digest('hex'), { maxAge: 1000, httpOnly: true }).send(name);
});
export default app;
`;
  expect(await advise(text)).toEqual([]);
}, 60_000);

test('a slip in an option, a wrong type and an unknown name are told with their lines', async () => {
  const text = `import express from 'express';
const app = express();
app.get('/', (_req, res) => {
  res.cookie('seen', '1', { httponly: true });
  const year: number = 'long';
  res.send(anser + year);
});
export default app;
`;
  const advice = await advise(text);
  expect(advice.map((line) => line.slice(0, line.indexOf(':', 7)))).toEqual([
    expect.stringMatching(/^app\.ts:4 \(TS\d+\)$/),
    'app.ts:5 (TS2322)',
    expect.stringMatching(/^app\.ts:6 \(TS2\d+\)$/),
  ]);
});

test('nothing outside is there to be read, and no text of the compiler is handed on', async () => {
  const advice = await advise(`/// <reference path="/etc/passwd" />
import type solution from '../../../../solutions/plain-cookies/first-cookie/app';
import secret from '/etc/hostname.json';
const told: { canary: typeof solution } = 'CANARY-4711';
export default [told, secret];
`);
  expect(advice.length).toBeGreaterThan(0);
  expect(advice.join('\n')).not.toMatch(/CANARY|passwd|solutions|hostname/);
});

test('what kills the compiler costs its advice, and the next program still gets its own', async () => {
  expect(await advise(`export default ${'['.repeat(100_000)}`)).toEqual([
    'The types of this program could not be checked: the compiler gave no answer.',
  ]);
  expect(await advise("export const year: number = 'long';")).toEqual([
    'app.ts:1 (TS2322): this value does not fit the type of what it is assigned to.',
  ]);
}, 60_000);
