// A program that takes the host's place in the box: it hears every message of the trusted side and answers what it likes.
// Whatever it says, the trusted side sees a fault of the program, in bounded time and memory, and the next program is none the worse.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { type Box, probeLevel } from '../src/index';
import { boxAt, load } from './one-program';

let box: Box;
let lab: Box;
beforeAll(async () => {
  box = boxAt((await probeLevel('bwrap')).holds ? 'bwrap' : 'process');
  lab = boxAt('process');
});
afterAll(() => Promise.all([box.close(), lab.close()]));

/** Takes over the host's server, found through the process's open handles. `answer` is an expression over `message` and `res`. */
const taking = (answer: string): string => `
const server = (process as any)._getActiveHandles().find((handle: any) => handle.listenerCount?.('upgrade') > 0 && handle.listenerCount('request') > 0);
server.removeAllListeners('request');
server.on('request', (req: any, res: any) => {
  let text = '';
  req.on('data', (chunk: any) => (text += chunk));
  req.on('end', () => {
    const message = JSON.parse(text || '{}');
    const said = ${answer};
    if (said !== undefined) res.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
});`;
const honest = `export const f = () => 'fine';`;
const broken = `{ toString: 1, valueOf: 1 }`;

async function recovers(): Promise<void> {
  await box.renew();
  expect(await (await load(box, honest)).call('f', [])).toBe('fine');
}

describe('odd answers to `load`', () => {
  test.each([
    ['exports that are no text', `{ said: 'loaded', hasApp: true, exports: [${broken}] }`, null],
    ['exports that are no list', `{ said: 'loaded', hasApp: true, exports: ${broken} }`, 'did-not-start'],
    ['a detail that is no text', `{ said: 'did-not-load', detail: ${broken} }`, 'did-not-start'],
    ['an answer to another question', `{ said: 'settled', differences: [] }`, 'bad-response'],
    ['an unknown word', `{ said: '__proto__' }`, 'did-not-start'],
    ['no object', `[]`, 'did-not-start'],
    ['no JSON', `'hello'`, 'did-not-start'],
    ['JSON nested 100,000 deep', `'['.repeat(100000) + ']'.repeat(100000)`, 'did-not-start'],
  ])('%s', async (_name, answer, code) => {
    await load(box, taking(answer)).catch(() => {});
    const loading = load(box, honest);
    if (code === null) await expect(loading).resolves.toBeDefined();
    else await expect(loading).rejects.toMatchObject({ name: 'ProgramFault', code });
    await recovers();
  });
});

describe('odd answers to `call`', () => {
  const value = (json: string): string => `{ said: 'returned', value: ${json} }`;
  test.each([
    ['no value', `{ said: 'returned' }`, 'not-by-value'],
    ['an unknown tag', value(`{ t: 'function' }`), 'not-by-value'],
    ['a date that is an object', value(`{ t: 'date', v: ${broken} }`), 'not-by-value'],
    ['bytes that are an object', value(`{ t: 'bytes', v: ${broken} }`), 'not-by-value'],
    ['a list that is none', value(`{ t: 'array', v: { length: 9 } }`), 'not-by-value'],
    ['a key that is an object', value(`{ t: 'object', v: [[${broken}, 1]] }`), 'not-by-value'],
    ['pairs that are none', value(`{ t: 'map', v: [1] }`), 'not-by-value'],
    ['a fetch, which only the box has', value(`{ t: 'fetch' }`), 'not-by-value'],
    ['a number of 100,000 digits', value(`{ t: 'bigint', v: '9'.repeat(100000) }`), 'not-by-value'],
    ['60,000 values', value(`{ t: 'array', v: Array(60000).fill(0) }`), 'not-by-value'],
    ['300,000 characters', value(`'x'.repeat(300000)`), 'not-by-value'],
    ['exports that are no text', `{ said: 'no-such-function', exports: [${broken}] }`, 'no-such-function'],
    ['a reason that is no text', `{ said: 'not-by-value', what: ${broken} }`, 'not-by-value'],
    ['2 MB', `'"' + 'x'.repeat(2e6) + '"'`, 'bad-response'],
  ])('%s', async (_name, answer, code) => {
    const loaded = `message.op === 'load' ? { said: 'loaded', hasApp: false, exports: [] } : message.op === 'call' ? ${answer} : { said: 'ok' }`;
    await load(box, taking(loaded)).catch(() => {});
    const program = await load(box, honest);
    await expect(program.call('f', [])).rejects.toMatchObject({ name: 'ProgramFault', code });
    await recovers();
  });

  test('a throw whose name, message and code are objects', async () => {
    const threw = `{ said: 'threw', name: ${broken}, message: ${broken}, code: ${broken} }`;
    await load(box, taking(`message.op === 'load' ? { said: 'loaded', exports: [] } : ${threw}`)).catch(() => {});
    const program = await load(box, honest);
    await expect(program.call('f', [])).rejects.toMatchObject({ name: 'ProgramThrew', thrown: { name: '(unreadable)' } });
    await recovers();
  });

  test('`__proto__` as a key stays data', async () => {
    const polluted = value(`{ t: 'object', v: [['__proto__', { t: 'object', v: [['admin', true]] }]] }`);
    await load(box, taking(`message.op === 'load' ? { said: 'loaded', exports: [] } : ${polluted}`)).catch(() => {});
    const given = (await (await load(box, honest)).call('f', [])) as { admin?: unknown };
    expect([Object.keys(given), given.admin, ({} as { admin?: unknown }).admin]).toEqual([['__proto__'], undefined, undefined]);
    await recovers();
  });

  test('an answer without end is given up, and not kept', async () => {
    const flood = `message.op !== 'call' ? { said: 'loaded', exports: [] } : (() => { const part = Buffer.alloc(1 << 20, 32); const go = () => { while (res.write(part)); res.once('drain', go); }; go(); })()`;
    await load(box, taking(flood)).catch(() => {});
    const program = await load(box, honest);
    const before = process.memoryUsage().rss;
    await expect(program.call('f', [])).rejects.toMatchObject({ code: 'bad-response' });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    await recovers();
  });
});

describe('odd answers to `settle`', () => {
  test.each([
    ['differences that are no text', `{ said: 'settled', differences: [${broken}] }`],
    ['differences that are no list', `{ said: 'settled', differences: ${broken} }`],
    ['nothing', `undefined`],
  ])('%s: the next program gets a fresh process', async (_name, answer) => {
    await load(box, taking(answer)).catch(() => {});
    expect(await box.settle()).toMatchObject({ clean: false });
    expect(await (await load(box, honest)).call('f', [])).toBe('fine');
  });
});

describe('connections that are lent', () => {
  const taken = (upgrade: string): string => `
    const server = (process as any)._getActiveHandles().find((handle: any) => handle.listenerCount?.('upgrade') > 0 && handle.listenerCount('request') > 0);
    let count = 0;
    server.removeAllListeners('upgrade');
    server.on('upgrade', (_req: any, socket: any) => { count++; socket.on('error', () => {}); ${upgrade} });
    export const lent = () => new Promise((resolve) => setTimeout(() => resolve(count), 700));`;
  const accept = `socket.write('HTTP/1.1 101 Switching Protocols\\r\\nConnection: Upgrade\\r\\nUpgrade: lent\\r\\n\\r\\n');`;

  test.each([
    ['answered with interim answers without end', `setInterval(() => socket.write('HTTP/1.1 102 Processing\\r\\n\\r\\n'), 100);`],
    ['never answered', ''],
    ['hung up on', 'socket.destroy();'],
  ])('%s: the call fails in time', async (_name, upgrade) => {
    const target = await load(lab, `export default (_q: any, s: any) => s.end('x');`);
    const program = await load(box, taken(upgrade));
    const before = performance.now();
    await expect(program.call('lent', [{ kind: 'relayed-fetch', to: target }])).rejects.toMatchObject({ name: 'ProgramFault' });
    // Without an end of its own it would last as long as Jest waits.
    expect(performance.now() - before).toBeLessThan(30_000);
    await recovers();
  });

  test('taken and dropped: there is an end to them', async () => {
    const target = await load(lab, `export default (_q: any, s: any) => s.end('x');`);
    const program = await load(box, taken(`${accept} socket.destroy();`));
    expect(await program.call('lent', [{ kind: 'relayed-fetch', to: target, maxRequests: 10 }])).toBeLessThanOrEqual(14);
    await recovers();
  });
});

describe('a connection that a program has answered on', () => {
  test.each([
    ['now', `socket.write(poison);`],
    ['whenever something more is asked on it', `socket.on('data', () => socket.write(poison));`],
    [
      'without end',
      `(function again() { if (!socket.destroyed) { socket.write(poison); queueMicrotask(() => setImmediateOfNode(again)); } })();`,
    ],
  ])('never serves the next program, nor the host: the first one leaves answers on it %s', async (_name, leave) => {
    const first = await load(
      box,
      `const setImmediateOfNode = (process as any).mainModule.require('node:timers').setImmediate;
       const poison = 'HTTP/1.1 200 OK\\r\\nContent-Length: 6\\r\\n\\r\\npoison';
       export default ({ socket }: any, res: any) => { res.end('first'); setImmediateOfNode(() => { ${leave} }); };`,
    );
    await Promise.all(['/', '/'].map((path) => first.request({ method: 'GET', path }).catch(() => {})));
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (const path of ['/a', '/b', '/c']) {
      const next = await load(box, `export default (q: any, s: any) => s.end('asked ' + q.url);`);
      expect((await next.request({ method: 'GET', path })).text).toBe(`asked ${path}`);
    }
    expect(await box.settle()).toMatchObject({ clean: true });
  });
});
