// The site with the real grader behind it: a file that is saved is checked, told, and noted where the terminal looks.

import { request } from 'node:http';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { loadCourse } from '../src/course/load-course';
import { openSite, type OpenSite } from '../src/doors/cli/site/open-site';
import { readProgress } from '../src/progress/progress-file';
import { type CopiedCourse, copyCourse } from './copy-course';

const first = 'plain-cookies/first-cookie';
let copy: CopiedCourse;
let site: OpenSite;

beforeEach(async () => {
  copy = copyCourse();
  site = await openSite(loadCourse(copy.root), 43_100);
});
afterEach(async () => {
  await site.close();
  copy.remove();
});

test('a saved exercise is checked, and its page and the progress file say so', async () => {
  const token = tokenOf(await ask(`/exercises/${first}`));
  const events = ask(`/api/exercises/${first}/events`, {
    headers: { 'sec-fetch-site': 'same-origin', 'x-course-token': token },
    until: (text) => text.includes('All of it is right'),
  });
  copy.solve(first);
  expect(await events).toContain('All of it is right');
  expect(readProgress(copy.root).exercises[first]?.passed).toHaveLength(4);
  expect(await ask('/exercises')).toMatch(/1 of 10 solved|Solved/);
});

test("the student's app runs in a box: beside the page, at a name of its own, with no environment of ours", async () => {
  const token = tokenOf(await ask(`/exercises/${first}`));
  const says = (text: string): string =>
    `export default (req, res) => { res.setHeader('set-cookie', 'a=b'); res.end(${text}); };`;
  copy.write(`${first}/app.ts`, says(`Object.keys(process.env).sort().join()`));
  await ask(`/api/exercises/${first}/app/start`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'x-course-token': token } }); // prettier-ignore
  const environment = 'COOKIE_KEY,NODE_ENV,OWN_ORIGIN,SECRET_KEY,SESSION_KEY,STORE_KEY';
  await appSays(environment);
  copy.write(`${first}/app.ts`, says(`'saved anew'`));
  await appSays('saved anew');
  copy.write(`${first}/app.ts`, 'throw new Error("not today");');
  await appSays('Your program does not run; its exercise says why.\n');
});

/** Asks the app until it says so; the test's own time ends it. */
async function appSays(text: string): Promise<void> {
  const host = new URL(site.address).host.replace('course', 'app.course');
  while ((await ask('/', { headers: { host } })) !== text) await new Promise((resolve) => setTimeout(resolve, 50));
}

function tokenOf(page: string): string {
  return /name="course-token" content="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
}

test('the questions are those of `npm run quiz`', async () => {
  expect(await ask('/quiz')).toContain('questions-plain-cookies');
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Enough has come; the rest of a stream isn't waited for. */
  readonly until?: (text: string) => boolean;
}

function ask(path: string, { method = 'GET', headers = {}, until = () => false }: Asked = {}): Promise<string> {
  const { host, port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers }, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (!until(text)) return;
        resolve(text);
        asked.destroy();
      });
      answer.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end();
  });
}
