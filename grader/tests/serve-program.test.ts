// The program that `serve` starts: what it says when there is no port to listen on.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'served-'));
const other = net.createServer();

beforeAll(async () => {
  symlinkSync(join(root, 'exercises', 'node_modules'), join(folder, 'node_modules'));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
});
afterAll(() => {
  other.close();
  rmSync(folder, { recursive: true });
});

test('a port in use is told by its number, and an app that would say all is well does not get to', async () => {
  const { port } = other.address() as AddressInfo;
  const { said, code } = await run(port, "app.listen(3000, () => console.log('All is well.'));");
  expect(said).toBe(
    `Port ${port} is in use: another program listens there. End that one, or choose another port with --port, e.g. --port ${port + 1}.\n`,
  );
  expect(code).toBe(1);
});

test('an exported app is told the same', async () => {
  const { port } = other.address() as AddressInfo;
  expect((await run(port, 'export default app;')).said).toContain(`Port ${port} is in use`);
});

test('a program that listens twice is told so, and served once', async () => {
  const port = await freePort();
  const listensTwice = "app.listen(3000, () => app.listen(3001)); setTimeout(() => fetch(`http://127.0.0.1:${process.env.PORT}/`)"; // prettier-ignore
  const { said } = await run(port, `app.get('/', (_req, res) => void res.send('Bakery')); ${listensTwice}.then((answer) => answer.text()).then(console.log).then(() => process.exit()), 50);`); // prettier-ignore
  expect(said).toContain(`It is served at http://127.0.0.1:${port}/ alone: take the other listen out.`);
  expect(said).toContain('Bakery');
});

/** @param rest what the program does with its app. */
async function run(port: number, rest: string): Promise<{ said: string; code: number | null }> {
  const file = join(folder, `app-${port}-${rest.length}.ts`);
  writeFileSync(file, `import express from 'express';\nconst app = express();\n${rest}\n`);
  const program = spawn(process.execPath, [join(root, 'grader', 'src', 'doors', 'cli', 'serve-program.cjs'), file], {
    env: { ...process.env, PORT: String(port) },
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(program, 'close')) as [number | null];
  return { said, code };
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
