// What the search finds first, and where it leads.

import { describe, expect, it } from '@jest/globals';

import { find, wordsOf } from '../src/reading/search/find';
import { markWords } from '../src/reading/search/mark-words';
import { type Passage, passagesOf } from '../src/reading/search/passages';
import { readCourse } from './read-course';

const passage = (title: string, heading: string, text: string): Passage => ({ title, heading, text, href: `/${title}#${heading}`, where: '' }); // prettier-ignore
const titles = (passages: readonly Passage[], query: string): string[] =>
  find(passages, wordsOf(query)).map(({ passage: { title, heading } }) => `${title}#${heading}`);

describe('Search', () => {
  it('ranks a word in the title above one in a heading, and that above one in the text', () => {
    const passages = [passage('c', '', 'about keys'), passage('b', 'keys', ''), passage('keys', '', '')];
    expect(titles(passages, 'keys')).toEqual(['keys#', 'b#keys', 'c#']);
  });

  it('ranks a whole word above a part of one', () => {
    expect(titles([passage('a', '', 'monkeys'), passage('b', '', 'keys')], 'keys')).toEqual(['b#', 'a#']);
  });

  it('finds what has every word, wherever in a passage they stand, in any case of letters', () => {
    const passages = [passage('Signing', 'Why', 'the last character'), passage('Other', '', 'signing')];
    expect(titles(passages, 'LAST signing')).toEqual(['Signing#Why']);
    expect(titles(passages, 'signing absent')).toEqual([]);
    expect(titles(passages, '   ')).toEqual([]);
  });

  it('names a page by its title once, not for each of its passages', () => {
    expect(titles([passage('keys', '', ''), passage('keys', 'a', ''), passage('keys', 'b', '')], 'keys')).toEqual(['keys#']);
  });

  it('shows words around the place, and marks them there and nothing else', () => {
    const text = `${'before '.repeat(60)}the spare bits ${'after '.repeat(60)}`;
    const [found] = find([passage('a', '', text)], ['spare']);
    expect(found?.excerpt).toMatch(/^… (?:before )+the spare bits (?:after )+…$/);
    expect(markWords('<b> Spare (bits)', ['spare', '(']).toString()).toBe('&lt;b&gt; <mark>Spare</mark> <mark>(</mark>bits)');
  });

  it('knows every text and every task of the course, down to the heading', () => {
    const passages = passagesOf(readCourse());
    const [best] = find(passages, wordsOf('Where keys leak'));
    expect(best?.passage.href).toBe('/text/secret-keys/leaks#where-keys-leak');
    expect(find(passages, wordsOf('welcome to the bakery banner')).map(({ passage: { href } }) => href)).toContain('/exercises/plain-cookies/first-cookie'); // prettier-ignore
    expect(find(passages, wordsOf('HttpOnly'))[0]?.passage).toMatchObject({ heading: 'HttpOnly' });
  });
});
