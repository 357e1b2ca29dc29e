// Programs of every temper in a box: what they answer, how they fail, and that the next one is none the worse.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type Box, probeLevel, type Program } from '../src/index';
import { decodeArgument, decodeResult, encodeArgument, encodeResult } from '../src/protocol/tagged-value';
import { boxAt, load } from './one-program';

let box: Box;
beforeAll(async () => {
  box = boxAt((await probeLevel('bwrap')).holds ? 'bwrap' : 'process');
});
afterAll(() => box.close());

const answers = `import express from 'express'; const app = express(); app.get('/', (_q, s) => { s.send('fine'); }); export default app;`;
const get = (program: Program, path = '/', headers = {}): ReturnType<Program['request']> =>
  program.request({ method: 'GET', path, headers });

describe('an app is found', () => {
  test.each([
    ['as default export', answers],
    ['as app', `import express from 'express'; export const app = express(); app.get('/', (_q, s) => { s.send('fine'); });`],
    [
      'made by createApp',
      `import express from 'express'; export function createApp() { return express().get('/', (_q, s) => { s.send('fine'); }); }`,
    ],
    [
      'where it listens itself',
      `import express from 'express'; const app = express(); app.get('/', (_q, s) => { s.send('fine'); }); app.listen(3000);`,
    ],
    [
      'in module.exports',
      `const express = require('express'); const app = express(); app.get('/', (_q, s) => { s.send('fine'); }); module.exports = app;`,
    ],
    ['as a plain handler', `export default (_q: any, s: any) => s.end('fine');`],
    ['as a server', `import http from 'node:http'; export default http.createServer((_q, s) => s.end('fine'));`],
  ])('%s', async (_name, source) => expect((await get(await load(box, source))).text).toBe('fine'));

  test('and its absence is told with what was exported instead', async () => {
    await expect(get(await load(box, `export const myApp = 1;`))).rejects.toMatchObject({
      code: 'nothing-exported',
      detail: 'myApp',
    });
  });
});

describe('what it is given', () => {
  test("clock, environment and dice are the host's", async () => {
    const program = await load(
      box,
      `export const seen = () => [Date.now(), new Date().toISOString(), new Date(5).getTime(), typeof Date(), process.env, Math.random()];`,
      {
        nowMs: 86_400_000,
        env: { ZIP: '63105' },
        pinnedRandom: 0.25,
      },
    );
    expect(await program.call('seen', [])).toEqual([
      86_400_000,
      '1970-01-02T00:00:00.000Z',
      5,
      'string',
      expect.objectContaining({ ZIP: '63105' }),
      0.25,
    ]);
    await program.setClock(90_000_000);
    expect(((await program.call('seen', [])) as unknown[])[0]).toBe(90_000_000);
  });

  test.each([
    ['globalThis', '(globalThis as any)'],
    ['a property of the process', '(process as any)'],
  ])('a restart of the server forgets %s', async (_name, place) => {
    const source = `export const visit = () => (${place}.visits = (${place}.visits ?? 0) + 1);`;
    expect(await (await load(box, source)).call('visit', [])).toBe(1);
    expect(await (await load(box, source, { freshProcess: true })).call('visit', [])).toBe(1);
    await box.renew();
  });

  test('a program finds no global variable of the one before it', async () => {
    const source = `(globalThis as any).visits ??= 0; export const visit = () => ++(globalThis as any).visits;`;
    expect(await (await load(box, source)).call('visit', [])).toBe(1);
    expect(await (await load(box, source)).call('visit', [])).toBe(1);
    await box.renew();
  });

  test('timers that can be awaited', async () => {
    const program = await load(
      box,
      `import { promisify } from 'node:util'; import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
       export const wait = async () => [await promisify(setTimeout)(1, 'a' as any), await sleep(1, 'b'), await turn('c')];
       export const given = async () => { const stop = new AbortController(); setTimeout(() => stop.abort(), 5); return sleep(60_000, 'd', { signal: stop.signal }).catch((error: Error) => error.name); };`,
    );
    expect(await program.call('wait', [])).toEqual(['a', 'b', 'c']);
    expect(await program.call('given', [])).toBe('AbortError');
  });

  test('every load begins anew, and the program before it is over', async () => {
    const counter = `let n = 0; export const count = () => ++n;`;
    const first = await load(box, counter);
    await first.call('count', []);
    const second = await load(box, counter);
    expect(await second.call('count', [])).toBe(1);
    await expect(first.call('count', [])).rejects.toMatchObject({ code: 'run-is-over' });
  });

  test('files of its own, with and without an extension, and nothing else', async () => {
    const files = new Map([
      [
        'app.ts',
        `import { a } from './lib/a'; import { b } from './lib/b.js'; import data from './data.json'; export const all = () => [a, b, data.c];`,
      ],
      ['lib/a.ts', `export const a: number = 1;`],
      ['lib/b.ts', `export const b = 2;`],
      ['data.json', `{ "c": 3 }`],
    ]);
    const program = await box.load({ files, entry: 'app.ts', modules: [] });
    expect(await program.call('all', [])).toEqual([1, 2, 3]);
  });

  test('what it printed', async () => {
    const program = await load(box, `console.log('at load'); export const speak = () => console.error('later');`);
    await program.call('speak', []);
    expect(await program.output()).toBe('at load\nlater\n');
  });
});

describe('what programs print', () => {
  test('counts for each of them alone', async () => {
    for (let round = 0; round < 6; round++) {
      const program = await load(box, `console.log('x'.repeat(20_000)); ${answers}`);
      expect((await get(program)).text).toBe('fine');
      expect((await program.output()).length).toBe(20_001);
    }
  });
});

describe('calls', () => {
  test('values survive the road in both directions', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.bigInt(),
      fc.date({ noInvalidDate: true }),
      fc.uint8Array(),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
        fc.array(fc.tuple(tie('value'), tie('value'))).map((pairs) => new Map(pairs)),
      ),
    }));
    fc.assert(
      fc.property(value, (given) =>
        expect(decodeArgument(JSON.parse(JSON.stringify(encodeArgument(given))), undefined)).toEqual(given),
      ),
    );
  });

  test('`__proto__` is data', () => {
    const given = JSON.parse('{"__proto__": {"admin": true}}') as object;
    const back = decodeResult(encodeResult(given)) as object;
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect((back as { admin?: unknown }).admin).toBeUndefined();
  });

  test.each([
    ['throw new TypeError("no")', { name: 'TypeError', message: 'no', code: null }],
    ['throw Object.assign(new Error("x"), { code: "E_X" })', { name: 'Error', message: 'x', code: 'E_X' }],
    ['throw null', { name: 'object', message: 'null', code: null }],
    ['throw { get message() { throw 1 } }', { name: 'Error', message: '(unreadable)', code: null }],
  ])('%s is told', async (statement, thrown) => {
    const program = await load(box, `export function f() { ${statement}; }`);
    await expect(program.call('f', [])).rejects.toMatchObject({ name: 'ProgramThrew', thrown });
  });

  test.each([['() => 1'], ['(() => { const a: any = {}; a.a = a; return a; })()'], ['Symbol()']])(
    '%s does not travel',
    async (expression) => {
      const program = await load(box, `export const f = (): any => ${expression};`);
      await expect(program.call('f', [])).rejects.toMatchObject({ code: 'not-by-value' });
    },
  );

  test.each([
    ['50,001 numbers', 'new Array(50_001).fill(0)', /more than 50000 values/],
    ['a text of 300,000 characters', `'x'.repeat(300_000)`, /more than 262144 characters/],
    [
      'what grows by being written out',
      `(() => { let a: any = [1]; for (let n = 0; n < 30; n++) a = [a, a]; return a; })()`,
      /more than 50000 values/,
    ],
  ])('%s are too much to travel', async (_name, expression, detail) => {
    const program = await load(box, `export const f = (): any => ${expression};`);
    await expect(program.call('f', [])).rejects.toMatchObject({ code: 'not-by-value', detail: expect.stringMatching(detail) });
  });

  test('an attack reaches its target and nothing else', async () => {
    const lab = boxAt('process');
    try {
      const target = await load(
        lab,
        `export default (q: any, s: any) => { s.setHeader('set-cookie', ['a=1', 'b=2']); s.end(q.method + ' ' + q.url + ' ' + (q.headers.cookie ?? '')); };`,
      );
      const attacker = await load(
        box,
        `import http from 'node:http';
         export async function attack(fetch: any, base: string) {
           const one = await fetch(base + '/x?y=1', { headers: { cookie: 'total=1.50' } });
           const two = await new Promise((resolve) => http.get(base + '/two', (r) => { let t = ''; r.on('data', (d) => (t += d)); r.on('end', () => resolve(t)); }));
           const three = await globalThis.fetch('http://somewhere.else/three', { method: 'POST', body: 'x' });
           return [await one.text(), one.headers.getSetCookie(), two, await three.text()];
         }
         export const alone = () => globalThis.fetch('http://127.0.0.1/').then(() => 'reached', (e: any) => e.message);`,
      );
      expect(await attacker.call('attack', [{ kind: 'relayed-fetch', to: target }, 'http://shop.example'])).toEqual([
        'GET /x?y=1 total=1.50',
        ['a=1', 'b=2'],
        'GET /two ',
        'POST /three ',
      ]);
      expect(await attacker.call('alone', [])).toMatch(/no network here/);
    } finally {
      await lab.close();
    }
  });

  test('one attack after the other, each on its own target', async () => {
    const lab = boxAt('process');
    try {
      const attacker = await load(
        box,
        `export async function attack(fetch: any, base: string) { return (await fetch(base)).text(); }`,
      );
      for (let round = 0; round < 6; round++) {
        const target = await load(
          lab,
          `export default (_q: any, s: any) => s.end('round ${'$'}{round}');`.replace('${round}', String(round)),
        );
        expect(await attacker.call('attack', [{ kind: 'relayed-fetch', to: target }, 'http://shop.example'])).toBe(
          `round ${round}`,
        );
      }
    } finally {
      await lab.close();
    }
  });

  test('an attack that never stops is stopped', async () => {
    const lab = boxAt('process');
    try {
      const target = await load(lab, answers);
      const attacker = await load(
        box,
        `export async function attack(fetch: any, base: string) { const seen: any = {}; for (let n = 0; n < 30; n++) { const r = await fetch(base); seen[r.status] = (seen[r.status] ?? 0) + 1; } return seen; }`,
      );
      expect(
        await attacker.call('attack', [{ kind: 'relayed-fetch', to: target, maxRequests: 10 }, 'http://shop.example']),
      ).toEqual({ 200: 10, 429: 20 });
    } finally {
      await lab.close();
    }
  });
});

describe('a program that does not start', () => {
  test.each([
    ['throws', `\nconst user: any = undefined;\nconsole.log(user.name);`, /^app\.ts:3: TypeError/, 'did-not-start'],
    ['throws nothing in particular', `throw null;`, /not an Error/, 'did-not-start'],
    ['is not TypeScript', `const a: = ;`, /app\.ts:1/, 'did-not-start'],
    ['loops', `for (;;);`, /still loading/, 'timed-out'],
    ['ends its process', `process.exit(0);`, /crashed/, 'crashed'],
    ['asks for a process', `import { spawn } from 'node:child_process'; spawn('x');`, /can't be loaded here/, 'did-not-start'],
    ['asks for a file that is not there', `import './helpers';`, /Cannot find '.\/helpers'/, 'did-not-start'],
    ['nests 100,000 brackets', `export default ${'['.repeat(100_000)}${']'.repeat(100_000)};`, /./, expect.any(String)],
    ['floods its output', `for (;;) console.log('x'.repeat(1000));`, /printed more/, 'too-much-output'],
    ['eats memory', `const kept = []; for (;;) kept.push(new Array(1e6).fill(0));`, /memory/, 'out-of-memory'],
  ])('%s', async (_name, source, detail, endedBecause) => {
    await expect(load(box, source)).rejects.toMatchObject({
      name: 'ProgramFault',
      code: 'did-not-start',
      detail: expect.stringMatching(detail),
    });
    expect(box.endedBecause).toEqual(endedBecause);
    expect((await get(await load(box, answers))).text).toBe('fine');
  });
});

describe('a handler that does not answer as a program', () => {
  const raw = (bytes: string): string => `export default (_q: any, s: any) => { s.socket.write(${JSON.stringify(bytes)}); };`;
  test.each([
    ['loops', `export default () => { for (;;); };`, 'timed-out'],
    ['never answers', `export default () => {};`, 'timed-out'],
    ['ends its process', `export default () => process.exit(0);`, 'crashed'],
    ['throws later', `export default () => setTimeout(() => { throw new Error('late'); }, 1);`, 'crashed'],
    ['rejects unheard', `export default () => void Promise.reject(new Error('late'));`, 'crashed'],
    ['hangs up', `export default (q: any) => q.socket.destroy();`, 'crashed'],
    ['is not HTTP', raw('hello there, this is not HTTP\r\n\r\n'), 'bad-response'],
    ['sends a huge head', raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`), 'bad-response'],
    ['sends interim answers without end', raw('HTTP/1.1 102 Processing\r\n\r\n'.repeat(50)), 'bad-response'],
    [
      'sends a body without end',
      `export default (_q: any, s: any) => { const go = () => { while (s.write('x'.repeat(65536))); s.once('drain', go); }; go(); };`,
      'bad-response',
    ],
    [
      'sends bytes that are not UTF-8',
      `export default (_q: any, s: any) => s.end(Buffer.from([0xff, 0xfe, 0x80]));`,
      'bad-response',
    ],
    ['answers drop by drop', `export default (_q: any, s: any) => { setInterval(() => s.write('x'), 200); };`, 'timed-out'],
  ])('%s', async (_name, source, code) => {
    await expect(get(await load(box, source))).rejects.toMatchObject({ name: 'ProgramFault', code });
    expect((await get(await load(box, answers))).text).toBe('fine');
  });
});

describe('between exercises', () => {
  test.each([
    ['a patched built-in', `JSON.parse = () => ({ forged: true }); export default (_q: any, s: any) => s.end();`, 'JSON'],
    [
      'a polluted prototype',
      `(Object.prototype as any).admin = true; export default (_q: any, s: any) => s.end();`,
      'Object.prototype',
    ],
    [
      'a patched express',
      `import express from 'express'; (express as any).response.cookie = function () { return this; }; export default express();`,
      'express.response',
    ],
    [
      'a listener on the process',
      `process.on('uncaughtException', () => {}); export default (_q: any, s: any) => s.end();`,
      `process.on('uncaughtException')`,
    ],
    ['another atob', `(globalThis as any).atob = () => 'forged';`, 'globalThis'],
    ['a global variable', `(globalThis as any).left = 1; export default (_q: any, s: any) => s.end();`, 'globalThis'],
    ['a patched Date', `(Date.prototype as any).addDays = () => {};`, 'Date.prototype'],
    ['a patched node: module', `import crypto from 'node:crypto'; (crypto as any).randomBytes = () => 'chosen';`, 'crypto'],
    [
      'a patched class of Node',
      `import { EventEmitter } from 'node:events'; (EventEmitter.prototype as any).later = 1;`,
      'events.prototype',
    ],
    ['a node: module that nobody had asked for before', `import os from 'node:os'; (os as any).hostname = () => 'x';`, 'os'],
    ["the box's own http", `import http from 'node:http'; (http as any).visits = 1;`, 'http of the box'],
    ['a property of the process', `(process as any).visits = 1;`, 'process'],
    ['output that goes nowhere', `process.stdout.write = (() => true) as any;`, 'process.stdout.write'],
    ['a patched iterator', `Object.getPrototypeOf([][Symbol.iterator]()).extra = 1;`, 'ArrayIterator.prototype'],
    [
      'a patched Router',
      `import express from 'express'; (express.Router as any).prototype.handle = () => {};`,
      'express.Router.prototype',
    ],
    ['another stack trace', `Error.prepareStackTrace = () => 'none';`, 'Error'],
    [
      "a listener on the host's own server",
      `export default (q: any, s: any) => s.end(); (process as any)._getActiveHandles().find((h: any) => h.listenerCount?.('upgrade'))?.on('request', () => {});`,
      `server.on('request')`,
    ],
  ])('%s is found, and the next program gets a fresh process', async (_name, source, difference) => {
    await load(box, source);
    expect(await box.settle()).toEqual({ clean: false, differences: expect.arrayContaining([difference]) });
    expect(box.exercisesServed).toBe(0);
    expect((await get(await load(box, answers))).text).toBe('fine');
  });

  test("a file in /tmp is found, where /tmp is the box's own", async () => {
    if ((await load(box, `export const home = () => process.cwd();`).then((program) => program.call('home', []))) !== '/box')
      return;
    await load(box, `import { writeFileSync } from 'node:fs'; writeFileSync('/tmp/visits.json', '1');`);
    expect(await box.settle()).toEqual({ clean: false, differences: ['files in /tmp'] });
  });

  test.each([
    ['node:timers', `import { setTimeout as later } from 'node:timers'; later(() => { throw new Error('left over'); }, 40);`],
    [
      'node:timers/promises',
      `import { setTimeout as sleep } from 'node:timers/promises'; void sleep(40).then(() => { throw new Error('left over'); });`,
    ],
    [
      'promisify(setTimeout)',
      `import { promisify } from 'node:util'; void promisify(setTimeout)(40).then(() => { throw new Error('left over'); });`,
    ],
    [
      'setInterval of node:timers/promises',
      `import { setInterval as ticks } from 'node:timers/promises'; void (async () => { for await (const _ of ticks(40)) throw new Error('left over'); })();`,
    ],
  ])('a timer of %s does not outlive its program', async (_name, source) => {
    await load(box, `${source} ${answers}`);
    const program = await load(box, answers);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await get(program)).text).toBe('fine');
  });

  test('what Node makes ready when it is first read leaves the process as it was', async () => {
    await load(box, `export const all = [atob('YQ=='), btoa('a'), new TextEncoder(), new AbortController()]; ${answers}`);
    expect(await box.settle()).toEqual({ clean: true, differences: [] });
  });

  test('an honest program leaves the process as it was; its timers do not outlive it', async () => {
    await load(box, `setInterval(() => {}, 10); setTimeout(() => { throw new Error('left over'); }, 50); ${answers}`);
    expect(await box.settle()).toEqual({ clean: true, differences: [] });
    const program = await load(box, answers);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect((await get(program)).text).toBe('fine');
    expect(box.exercisesServed).toBeGreaterThan(0);
  });
});
