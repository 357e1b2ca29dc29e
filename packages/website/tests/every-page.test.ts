// Every page of the site, walked once: nothing leads nowhere, nothing is heavier than it may be, nothing is set, nothing asked elsewhere.

import { Socket } from 'node:net';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { FakeChecks, quizInMemory } from './exercise-fakes';
import { type OpenSite, openSite } from './open-site';
import { readCourse } from './read-course';
import { idsIn, linksIn, type Visited, walkSite } from './walk-site';

jest.setTimeout(120_000);

const mostBytesOfText = 100_000;
let site: OpenSite;
let pages: ReadonlyMap<string, Visited>;
let before: string;
/** Hosts that anything in this process connected to during the walk. */
const connectedTo = new Set<string>();

beforeAll(async () => {
  before = stateOfTheWorkspace();
  site = await openSite({ quiz: quizInMemory(), checks: new FakeChecks() });
  const connect = jest.spyOn(Socket.prototype, 'connect');
  pages = await walkSite(site.port);
  for (const [options] of connect.mock.calls) connectedTo.add(hostOf(options));
  connect.mockRestore();
});
afterAll(() => site.close());

describe('Every page of the site', () => {
  it('is there for every page of text that the lessons name', () => {
    const named = readCourse().lessons.flatMap(({ id, lesson }) => lesson.pages.map((page) => `/text/${id}/${page}`));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => pages.get(path)?.status !== 200)).toEqual([]);
  });

  it('leads to pages that are there', () => {
    const missing = [...pages.values()].filter(({ status }) => status !== 200);
    expect(missing.map(({ path, from, status }) => `${from} leads to ${path}: ${status}`)).toEqual([]);
  });

  it('leads to headings that are there', () => {
    const broken = [...pages.values()].flatMap(({ path: from, links }) =>
      links.filter(leadsNowhere).map((link) => `${from} leads to ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('has words in every link', () => {
    const wordless = htmlPages().flatMap(({ path, text }) =>
      (text.match(/<a\b[^>]*>\s*<\/a>/g) ?? []).map((link) => `${path}: ${link}`),
    );
    expect(wordless).toEqual([]);
  });

  it('names each place once', () => {
    const doubled = [...pages.values()].flatMap(({ path, text }) => {
      const ids = idsIn(text);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(doubled).toEqual([]);
  });

  it('sets no cookie, and has the strict policy', () => {
    for (const { path, headers } of pages.values()) {
      expect({ path, cookie: headers['set-cookie'] }).toEqual({ path, cookie: undefined });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|https:|\s\*/);
    }
  });

  it('has no script and no style of its own inside', () => {
    const inline = /<script(?![^>]*\ssrc=)|<style|\sstyle="|\son[a-z]+="|javascript:/i;
    const found = htmlPages().filter(({ text }) => inline.test(text.replaceAll(/<pre[^]*?<\/pre>/g, '')));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('weighs at most 100 kB with all that it loads, where it is text', () => {
    const texts = htmlPages().filter(({ path }) => /^\/(?:$|text\/|search)/.test(path) && !path.includes('beside='));
    const weights = texts.map(({ path, text, body }) => ({ path, bytes: body.length + weightOfParts(text, path) }));
    expect(weights.filter(({ bytes }) => bytes > mostBytesOfText)).toEqual([]);
  });

  it('changes nothing when it is read, and asks no other computer', () => {
    expect(stateOfTheWorkspace()).toBe(before);
    expect([...connectedTo]).toEqual(['127.0.0.1']);
  });
});

function htmlPages(): readonly Visited[] {
  return [...pages.values()].filter(({ headers }) => String(headers['content-type']).startsWith('text/html'));
}

function leadsNowhere(link: string): boolean {
  const [path = '', anchor] = link.split('#');
  return anchor !== undefined && !idsIn(pages.get(path)?.text ?? '').includes(anchor);
}

function weightOfParts(text: string, path: string): number {
  const parts = [...new Set(linksIn(text.replaceAll(/<(?:a|iframe)\b[^>]*>/g, ''), path))];
  return parts.reduce((bytes, part) => bytes + (pages.get(part)?.body.length ?? 0), 0);
}

/** Names, sizes and contents of all that is the student's. */
function stateOfTheWorkspace(): string {
  const folder = join(readCourse().root, 'exercises');
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.includes('node_modules'));
  for (const name of names.sort()) {
    const isFile = statSync(join(folder, name)).isFile();
    hash.update(name).update(isFile ? readFileSync(join(folder, name)) : '');
  }
  return hash.digest('hex');
}

function hostOf(options: unknown): string {
  const first: unknown = Array.isArray(options) ? options[0] : options;
  return String((first as { host?: unknown }).host);
}
