// Who may ask the site's API, and that nothing of a path comes from the browser.

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { FakeChecks } from './exercise-fakes';
import { type OpenSite, openSite } from './open-site';

// Slow machines compile the whole site first.
jest.setTimeout(60_000);

const id = 'plain-cookies/first-cookie';
const base = { 'sec-fetch-site': 'same-origin' };

let site: OpenSite | undefined;
afterEach(async () => {
  await site?.close();
});

async function openWithEditor(): Promise<{ opened: string[]; checks: FakeChecks; post: Post; token: string }> {
  const opened: string[] = [];
  const checks = new FakeChecks();
  const here = await openSite({ checks, openInEditor: async (each) => opened.push(each) > 0 });
  site = here;
  const address = (path: string): string => `http://127.0.0.1:${here.port}${path}`;
  const page = await (await fetch(address(`/exercises/${id}`))).text();
  const token = /name="course-token" content="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
  const post: Post = (path, headers, method = 'POST') => fetch(address(path), { method, headers });
  return { opened, checks, post, token };
}

type Post = (path: string, headers: Record<string, string>, method?: string) => Promise<Response>;

describe("The exercises' API", () => {
  it('opens the file of an exercise for its own pages', async () => {
    const { opened, post, token } = await openWithEditor();
    const answer = await post(`/api/exercises/${id}/open`, { ...base, 'x-course-token': token });
    expect([answer.status, await answer.json(), opened]).toEqual([200, { said: `Opened exercises/${id}/app.ts` }, [id]]);
  });

  it.each([
    ['without the token', {}],
    ['with a wrong token', { 'x-course-token': 'f'.repeat(32) }],
    ['from another origin of this computer', { 'x-course-token': 'real', 'sec-fetch-site': 'same-site' }],
    ['from another site', { 'x-course-token': 'real', 'sec-fetch-site': 'cross-site' }],
  ])('does nothing %s', async (_name, headers: Record<string, string>) => {
    const { opened, post, token } = await openWithEditor();
    const sent = headers['x-course-token'] === 'real' ? { ...headers, 'x-course-token': token } : headers;
    for (const [path, method] of [
      ['open', 'POST'],
      ['events', 'GET'],
      ['check', 'POST'],
    ] as const) {
      // prettier-ignore
      expect((await post(`/api/exercises/${id}/${path}`, { ...base, ...sent }, method)).status).toBe(403);
    }
    expect(opened).toEqual([]);
  });

  it.each([
    'plain-cookies/no-such/open',
    '..%2f..%2fetc/passwd/open',
    `${id}/toString`,
    `${id}/app%2f..%2fopen`,
    '__proto__/x/open',
  ])('knows nothing of %s', async (path) => {
    const { opened, post, token } = await openWithEditor();
    const answer = await post(`/api/exercises/${path}`, { ...base, 'x-course-token': token });
    expect([answer.status, opened]).toEqual([404, []]);
  });

  it('changes nothing by GET', async () => {
    const { opened, checks, post, token } = await openWithEditor();
    for (const act of ['open', 'check', 'reset', 'app/start']) {
      expect((await post(`/api/exercises/${id}/${act}`, { ...base, 'x-course-token': token }, 'GET')).status).toBe(404);
    }
    expect([opened, checks.asked]).toEqual([[], []]);
  });

  it('says what is missing where the site was started without it', async () => {
    const { post, token } = await openWithEditor();
    const answer = await post(`/api/exercises/${id}/reset`, { ...base, 'x-course-token': token });
    expect([answer.status, await answer.json()]).toEqual([409, { said: 'This needs the site as npm start starts it.' }]);
  });

  it('tells nobody how something was solved before it is', async () => {
    const { checks, post } = await openWithEditor();
    expect((await post(`/exercises/${id}/solved`, {}, 'GET')).status).toBe(404);
    checks.checked(id, 4);
    expect((await post(`/exercises/${id}/solved`, {}, 'GET')).status).toBe(200);
  });
});
