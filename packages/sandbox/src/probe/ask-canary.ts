// Starts a canary at a level with the exact command line, and asks it which promises it could break.

import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Level } from '../box';
import { exchange } from '../client/exchange';
import { defaultLimits } from '../default-limits';
import { endWithThisProcess } from '../process/live-boxes';
import { startBoxProcess } from '../process/start-box-process';

const deadlineMs = 5_000;

/** @returns the promises that were broken, as ends of sentences. @throws Error with what the level's own program said. */
export async function askCanary(level: Level): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const secretFile = join(folder, 'secret');
  const hostFolder = mkdtempSync(join(tmpdir(), 'probe-host-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(hostFolder, { recursive: true, force: true });
  };
  const forget = endWithThisProcess(remove);
  const listener = net.createServer((socket) => socket.destroy());
  try {
    writeFileSync(secretFile, 'canary', { mode: 0o644 });
    chmodSync(folder, 0o755);
    chmodSync(hostFolder, 0o755);
    copyFileSync(join(__dirname, 'canary.cjs'), join(hostFolder, 'canary.cjs'));
    chmodSync(join(hostFolder, 'canary.cjs'), 0o644);
    await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
    return await ask(level, hostFolder, { secretFile, port: (listener.address() as AddressInfo).port, parent: process.pid });
  } finally {
    listener.close();
    forget();
    remove();
  }
}

async function ask(level: Level, hostFolder: string, question: object): Promise<string[]> {
  const host = { directory: hostFolder, script: 'canary.cjs', alsoReadable: [], nodeFlags: [] };
  const box = await startBoxProcess({ level, limits: defaultLimits, host });
  const agent = new http.Agent();
  try {
    const answer = exchange(
      { method: 'POST', path: '/', body: JSON.stringify(question) },
      { socketPath: box.socketPath, agent, deadlineMs },
    );
    const early = box.ended.then(() => {
      throw new Error(box.output().trim().slice(0, 500) || 'the box ended without a word');
    });
    const { text } = await Promise.race([answer, early]);
    answer.catch(() => {});
    early.catch(() => {});
    return (JSON.parse(text) as { broken: string[] }).broken;
  } finally {
    agent.destroy();
    await box.kill();
  }
}
