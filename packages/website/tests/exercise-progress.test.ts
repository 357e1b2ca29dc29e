// Taking progress along: what is newer stands, and nothing is replaced unasked.

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import type { SharedProgress } from '../src';
import { mergeProgress } from '../src/progress/merge-progress';
import { type OpenSite, openSite } from './open-site';

// Slow machines compile the whole site first.
jest.setTimeout(60_000);

const [old, mid, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];
const note = (checkedAt: string, where = ''): { checkedAt: string; where: string } => ({ checkedAt, where });
const [first, counter, session] = ['plain-cookies/first-cookie', 'plain-cookies/visit-counter', 'sessions/first-session'];

describe('Two progress files', () => {
  it('become one: of each exercise the later note stands, and none is lost', () => {
    const here = { [first]: note(mid, 'here'), [counter]: note(mid, 'here'), [session]: note(mid, 'here') };
    const brought = { [first]: note(old, 'there'), [counter]: note(late, 'there'), [session]: note(mid, 'there') };
    const merged = mergeProgress(here, brought, new Set([first, counter, session]));
    expect(merged).toEqual({
      exercises: { [first]: here[first], [counter]: brought[counter], [session]: here[session] },
      ...{ added: [], replaced: [counter], kept: [first, session] },
    });
  });

  it('take in what is new, and leave out what the course does not have', () => {
    const merged = mergeProgress({}, JSON.parse(`{"${first}":{"checkedAt":"${old}"},"__proto__":{"checkedAt":"${old}"},"a/b":{"checkedAt":"${old}"}}`) as Record<string, { checkedAt: string }>, new Set([first])); // prettier-ignore
    expect([Object.keys(merged.exercises), merged.added]).toEqual([[first], [first]]);
  });
});

describe('The progress page', () => {
  let site: OpenSite | undefined;
  afterEach(async () => {
    await site?.close();
  });

  async function openWith(noted: Record<string, { checkedAt: string }>) {
    let now: Readonly<Record<string, { readonly checkedAt: string }>> = noted;
    const progress: SharedProgress = {
      read: () => now,
      parse: (text) => (text.startsWith('{') ? (JSON.parse(text) as { exercises: typeof now }).exercises : null),
      change: (act) => void (now = act(now)),
    };
    const here = (site = await openSite({ progress }));
    const address = `http://127.0.0.1:${here.port}`;
    const page = await (await fetch(`${address}/progress`)).text();
    const headers = {
      ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      'x-course-token': /name="course-token" content="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    };
    const bring = async (body: unknown, more: Record<string, string> = {}): Promise<[number, unknown]> => {
      const answer = await fetch(`${address}/api/progress`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
      return [answer.status, await answer.json()];
    };
    return { address, bring, now: () => now };
  }

  it('gives the whole file to take along', async () => {
    const { address } = await openWith({ [first]: note(old) });
    const answer = await fetch(`${address}/progress/cookie-lessons-progress.json`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cookie-lessons-progress.json"');
    expect(await answer.json()).toEqual({ version: 1, exercises: { [first]: note(old) } });
  });

  it('asks before it replaces, and does it when told to', async () => {
    const { bring, now } = await openWith({ [first]: note(old) });
    const text = JSON.stringify({ version: 1, exercises: { [first]: note(late), [counter]: note(old) } });
    expect(await bring({ text })).toEqual([
      200,
      {
        asks: `1 exercise noted here is older than in the file and would be replaced: ${first}. 1 exercise would be added, 0 stay as they are.`,
      },
    ]);
    expect(now()).toEqual({ [first]: note(old) });
    expect(await bring({ text, replace: true })).toEqual([200, { said: '1 exercise added, 1 replaced, 0 left as they are.' }]);
    expect(now()).toEqual({ [first]: note(late), [counter]: note(old) });
  });

  it('changes nothing for a file that is none, or for a stranger', async () => {
    const { bring, now } = await openWith({ [first]: note(old) });
    const said = 'This is no progress file of the course, or not a whole one. Nothing was changed.';
    expect(await bring({ text: 'nonsense' })).toEqual([422, { said }]);
    expect(await bring({})).toEqual([422, { said }]);
    const text = JSON.stringify({ version: 1, exercises: { [counter]: note(old) } });
    expect((await bring({ text }, { 'sec-fetch-site': 'same-site' }))[0]).toBe(403);
    expect((await bring({ text }, { 'x-course-token': '' }))[0]).toBe(403);
    expect(now()).toEqual({ [first]: note(old) });
  });
});
