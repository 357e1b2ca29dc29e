// Does a level hold what it promises, here and now? A canary is started with the exact command line and tries to break each promise.

import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Level } from '../box';
import { exchange } from '../client/exchange';
import { defaultLimits } from '../open-box';
import { startBoxProcess } from '../process/start-box-process';
import { whatToDo } from './what-to-do';

export type Finding =
  | { readonly level: Level; readonly holds: true }
  | { readonly level: Level; readonly holds: false; readonly cause: string; readonly whatToDo: string };

const deadlineMs = 5_000;

/** Level `process` promises nothing but a process of its own, so there it is only asked to answer. */
export async function probeLevel(level: Level): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const secretFile = join(folder, 'secret');
  const hostFolder = mkdtempSync(join(tmpdir(), 'probe-host-'));
  const listener = net.createServer((socket) => socket.destroy());
  try {
    writeFileSync(secretFile, 'canary', { mode: 0o644 });
    chmodSync(folder, 0o755);
    chmodSync(hostFolder, 0o755);
    copyFileSync(join(__dirname, 'canary.cjs'), join(hostFolder, 'canary.cjs'));
    chmodSync(join(hostFolder, 'canary.cjs'), 0o644);
    await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
    const broken = await askCanary(level, hostFolder, {
      secretFile,
      port: (listener.address() as AddressInfo).port,
      parent: process.pid,
    });
    if (broken.length === 0 || level === 'process') return { level, holds: true };
    const cause = `a program inside was tried out, and ${broken.join('; ')}`;
    return { level, holds: false, cause, whatToDo: whatToDo(level, cause) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { level, holds: false, cause, whatToDo: whatToDo(level, cause) };
  } finally {
    listener.close();
    rmSync(folder, { recursive: true });
    rmSync(hostFolder, { recursive: true });
  }
}

async function askCanary(level: Level, hostFolder: string, question: object): Promise<string[]> {
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
