// What the lesson text says is run: every code block that says `run`, on Express and on the real Flask, and each claim beside its words.

// First: it takes over the clock, which some packages take hold of when they are loaded.
import './lesson-text/tests/play';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { brokenLinks, findFlask, snippetsOf } from '@cookie-lessons/lesson-proof';
import { describe, expect, test } from '@jest/globals';

import { compareWithFlask } from './lesson-text/tests/compare-with-flask';
import { proveExpressSession } from './lesson-text/tests/express-session';
import { proveLabs } from './lesson-text/tests/labs';
import { proveLifeOfASession } from './lesson-text/tests/life-of-a-session';
import { proveSetUpSessions } from './lesson-text/tests/set-up-sessions';
import { proveSignedCookiesInExpress } from './lesson-text/tests/signed-cookies-in-express';
import { proveSignedIsNotEncrypted } from './lesson-text/tests/signed-is-not-encrypted';
import { proveSigning } from './lesson-text/tests/signing';
import { appOf, pages, sessionKey, snippet, tried } from './lesson-text/tests/the-text';
import { proveWhatToKeepOut } from './lesson-text/tests/what-to-keep-out';

proveSigning();
proveSignedCookiesInExpress();
proveLifeOfASession();
proveWhatToKeepOut();
proveSignedIsNotEncrypted();
proveSetUpSessions();
proveExpressSession();
proveLabs();

compareWithFlask({
  pages,
  sessionKey,
  appOf,
  functionOf: <Value>(name: string, exported: string) => snippet(name)[exported] as (cookie: string) => Value,
});

describe('the text itself', () => {
  test('every block that says run has been run, and no name is used twice', () => {
    const names = snippetsOf(pages)
      .filter(({ marked, language }) => marked && language === 'ts')
      .map(({ name }) => `ts ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(findFlask().found ? [...tried].sort() : names.sort()).toEqual(names.sort());
  });
  test.each([...pages.keys()])('%s leads only to pages and headings that exist', (page) =>
    expect(brokenLinks(join(__dirname, 'lesson-text', `${page}.md`))).toEqual([]),
  );
  test.each([...pages].filter(([, text]) => text.includes('![')))(
    '%s shows pictures that exist, are small, and are described in words',
    (_page, text) => {
      for (const [, words = '', file = ''] of text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
        const picture = readFileSync(join(__dirname, 'lesson-text', file));
        expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
        expect(picture.length).toBeLessThan(300_000);
        expect(words.length).toBeGreaterThan(100);
      }
    },
  );
  test('the README leads to every page, and only to files and headings that exist', () => {
    const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
    for (const page of pages.keys()) expect(readme).toContain(`(lesson-text/${page}.md`);
    expect(brokenLinks(join(__dirname, 'README.md'))).toEqual([]);
  });
  test('lesson.json lists exactly the pages there are', () => {
    const { pages: listed } = JSON.parse(readFileSync(join(__dirname, 'lesson.json'), 'utf8')) as { pages: string[] };
    expect([...listed].sort()).toEqual([...pages.keys()].sort());
  });
});
