// How a lesson's Markdown becomes a page: tables with headers, notes, figures, sources.

import { describe, expect, it } from '@jest/globals';

import { renderMarkdown } from '../src/reading/markdown';
import { siteLink } from '../src/reading/pages';

const render = (text: string): ReturnType<typeof renderMarkdown> =>
  renderMarkdown(text, (href) => siteLink(href, 'packages/sessions/lesson-text'), () => ({ width: 40, height: 30 })); // prettier-ignore

describe('A lesson text on the site', () => {
  it('has headings that are links to themselves, but for the title and for one that is a link already', () => {
    const { html, title, headings } = render('# Keys & `cookies`\n\n## What it is\n\n### See [Signing](signing.md)\n');
    expect(title).toBe('Keys & cookies');
    expect(html).toContain('<h1 id="keys-cookies">Keys &amp; <code>cookies</code></h1>');
    expect(html).toContain('<h2 id="what-it-is"><a href="#what-it-is">What it is</a></h2>');
    expect(html).toContain('<h3 id="see-signing">See <a href="/text/sessions/signing">Signing</a></h3>');
    expect(headings).toEqual([
      { id: 'what-it-is', text: 'What it is', level: 2 },
      { id: 'see-signing', text: 'See Signing', level: 3 },
    ]);
  });

  it('has tables whose columns have headers, and whose rows have them where the corner is empty', () => {
    const withCorner = render('| a | b |\n|---|---|\n| 1 | 2 |\n').html;
    expect(withCorner.match(/<th scope="col">/g)).toHaveLength(2);
    expect(withCorner).not.toContain('scope="row"');
    const withoutCorner = render('| | b |\n|---|---|\n| 1 | 2 |\n| 3 | |\n').html;
    expect(withoutCorner).toContain('aria-label="Table: b"');
    expect(withoutCorner.match(/<th scope="row">[13]<\/th>/g)).toHaveLength(2);
    expect(withoutCorner.match(/<td><\/td>/g)).toHaveLength(2);
  });

  it('has quotes as notes, each with its kind', () => {
    const kinds = ['**Warning.** It is.', '**Careful with real ones.** Do.', '**Whatever.** It is.'].map((text) => {
      const [, kind, label] = /class="note (\w+)" role="note" aria-label="([^"]+)"/.exec(render(`> ${text}\n`).html) ?? [];
      return [kind, label];
    });
    expect(kinds).toEqual([['warning', 'Warning'], ['careful', 'Careful'], ['keep', 'Keep in mind']]); // prettier-ignore
  });

  it('has pictures as figures with their caption, and as large as they are', () => {
    const { html } = render('![One "row"](pictures/one.png)\n\n*One row. It is `signed`.*\n\nThen *this*.\n');
    expect(html).toContain('<img src="/text/sessions/pictures/one.png" alt="One &quot;row&quot;"  width="40" height="30" />');
    expect(html).toMatch(/<\/a><figcaption><em>One row\. It is <code>signed<\/code>\.<\/em><\/figcaption><\/figure>/);
    expect(html).toContain('<p>Then <em>this</em>.</p>');
    expect(render('![Alone](pictures/one.png)\n\nText.\n').html).toMatch(/<figure>.*<\/figure>\s*<p>Text/);
  });

  it('numbers the pages elsewhere that it links to, each once', () => {
    const { html, sources } = render('[A](https://a.example/x) and [B](https://b.example) and [A again](https://a.example/x).');
    expect(sources).toEqual([
      { url: 'https://a.example/x', title: 'A' },
      { url: 'https://b.example', title: 'B' },
    ]);
    expect(html.match(/href="#source-1"/g)).toHaveLength(2);
    expect(html).toContain('<a href="https://a.example/x" rel="noreferrer">A</a>');
  });

  it('leaves the words of a link to what the site does not show, and makes a page of no HTML', () => {
    const { html } = render('[the store](../labs/store.ts) <img src=x onerror=alert(1)> [x](javascript:alert(1))');
    expect(html).toContain('the store &lt;img');
    expect(html).not.toMatch(/<a|<img/);
  });

  it('colours code by classes alone', () => {
    const { html } = render('```ts run limits\nconst a = 1; // <b>\n```\n\n```\nplain <b>\n```\n');
    expect(html).toContain('<span class="hljs-keyword">const</span>');
    expect(html).toContain('plain &lt;b&gt;');
    expect(html).not.toMatch(/style=|<b>/);
  });
});
