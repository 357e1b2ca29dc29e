// The commands and the Flask programs of the text, run as a reader would run them.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs lines of a shell in an empty folder, with a git that has a name and no settings. */
export function runInShell(lines: string): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'lesson-text-'));
  try {
    return run('sh', ['-ec', lines], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns whether this machine has the program at all. */
export const canRun = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

export const runNode = (code: string): Ran => run(process.execPath, ['-e', code]);

/**
 * Loads a Flask program and sends it one request.
 * @returns status, body and the value of the cookie `session` that was set, or ''.
 */
export function askFlask(
  python: string,
  { code, env, method, cookie }: { code: string; env: Record<string, string>; method: 'GET' | 'POST'; cookie?: string },
): { status: number; body: string; session: string } {
  const program = `
import json, os, sys
asked = json.load(sys.stdin)
os.environ.update(asked["env"])
scope = {"__name__": "snippet"}
exec(compile(asked["code"], "snippet.py", "exec"), scope)
client = scope["app"].test_client(use_cookies=False)
path = "/" if asked["method"] == "GET" else "/login"
headers = {"Cookie": "session=" + asked["cookie"]} if asked.get("cookie") else {}
answer = client.open(path, method=asked["method"], headers=headers)
line = answer.headers.get("Set-Cookie", "")
session = line.split(";")[0].partition("=")[2] if line.startswith("session=") else ""
json.dump({"status": answer.status_code, "body": answer.get_data(as_text=True), "session": session}, sys.stdout)
`;
  const ran = spawnSync(python, ['-c', program], { input: JSON.stringify({ code, env, method, cookie }), encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`The Flask program could not be run: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as { status: number; body: string; session: string };
}

function run(program: string, words: readonly string[], cwd?: string): Ran {
  const person = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@shop.test',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@shop.test',
  };
  const ran = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd ?? tmpdir(), GIT_CONFIG_NOSYSTEM: '1', ...person },
    timeout: 60_000,
  });
  if (ran.status !== 0) throw new Error(`${program} failed: ${ran.stderr}`);
  return { stdout: ran.stdout, stderr: ran.stderr };
}
