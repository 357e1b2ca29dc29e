// The Markdown of questions: a few words inside a line, or a paragraph.

import MarkdownIt from 'markdown-it';

import { asHtml, type Html } from '../html';

const markdown = new MarkdownIt({ html: false, linkify: false });

export function inline(text: string): Html {
  return asHtml(markdown.renderInline(text));
}

export function paragraphs(text: string): Html {
  return asHtml(markdown.render(text));
}
