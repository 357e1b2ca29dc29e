// A play: requests of a few browsers, one after another, each at its moment. The same play can be given to an Express app and to a
// Flask app, and their answers compared.

import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';

export interface Step {
  /** Each browser has a jar of its own. */
  readonly browser?: string;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of the jar. */
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Unix time; 1700000000 unless told. */
  readonly atSeconds?: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly setCookies: readonly string[];
  /** What Python warned of; only of Flask's answers. */
  readonly warnings?: readonly string[];
}

export const firstMomentSeconds = 1_700_000_000;

// For good, before any app is loaded: some packages take hold of Date.now when they are.
const realNow = Date.now;
let playedMs: number | undefined;
Date.now = () => playedMs ?? realNow();

/** Plays against an Express app with the clock of `Date.now`. A step may be made from the answers so far. */
export async function playOnExpress(
  app: Express,
  steps: readonly (Step | ((answers: readonly Answer[]) => Step))[],
): Promise<readonly Answer[]> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const jars = new Map<string, Map<string, string>>();
  const answers: Answer[] = [];
  try {
    for (const made of steps) {
      const step = typeof made === 'function' ? made(answers) : made;
      playedMs = (step.atSeconds ?? firstMomentSeconds) * 1000;
      const jar = jars.get(step.browser ?? '') ?? new Map<string, string>();
      jars.set(step.browser ?? '', jar);
      const answer = await exchange(port, step, [...jar].map((pair) => pair.join('=')).join('; '));
      for (const line of answer.setCookies) keep(jar, line);
      answers.push(answer);
    }
    return answers;
  } finally {
    playedMs = undefined;
    server.close();
  }
}

/** @returns `name=value` of the Set-Cookie line of that name, or ''. */
export function pairOf({ setCookies }: Answer, name: string): string {
  const line = setCookies.find((each) => each.startsWith(`${name}=`)) ?? '';
  return line.split(';')[0] ?? '';
}

function exchange(port: number, step: Step, jar: string): Promise<Answer> {
  const body = step.form === undefined ? '' : new URLSearchParams(step.form).toString();
  const cookie = step.cookie ?? jar;
  const headers = {
    ...(cookie === '' ? {} : { cookie }),
    ...(step.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...step.headers,
  };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method: step.method ?? 'GET', path: step.path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, setCookies: response.headers['set-cookie'] ?? [] }),
      );
    })
      .on('error', reject)
      .end(body);
  });
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  if (/expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
}
