// Our lesson texts and tasks as HTML. Each kind of thing (headings, links, tables …) has its own file in dress/.

import MarkdownIt from 'markdown-it';

import { dressCode, highlighted } from './dress/code';
import { dressFigures, type PictureSize } from './dress/figures';
import { dressHeadings, type Heading, headingsIn } from './dress/headings';
import { dressLinks, type LinkTo, type Source } from './dress/links';
import { dressNotes } from './dress/notes';
import { dressTables } from './dress/tables';

export type { Heading } from './dress/headings';

export interface RenderedText {
  /** Of the first heading. */
  readonly title: string;
  /** All but the title. */
  readonly headings: readonly Heading[];
  /** Pages elsewhere that the text links to, each once, in order; the text refers to them by number. */
  readonly sources: readonly Source[];
  readonly html: string;
}

/**
 * @param linkTo turns a link as it stands in the text into one of the site; null leaves its words without a link.
 * @param sizeOf of a picture by its place on the site, so that nothing moves when it arrives.
 */
export function renderMarkdown(text: string, linkTo: LinkTo, sizeOf: PictureSize = () => null): RenderedText {
  const markdown = new MarkdownIt({ html: false, highlight: highlighted });
  const { rules } = markdown.renderer;
  const sources: Source[] = [];
  dressHeadings(rules);
  dressLinks(rules, linkTo, sources);
  dressTables(rules);
  dressNotes(rules);
  dressFigures(rules, linkTo, sizeOf);
  dressCode(rules);
  const tokens = markdown.parse(text, {});
  const [first, ...headings] = headingsIn(tokens);
  return { title: first?.text ?? '', headings, html: markdown.renderer.render(tokens, markdown.options, {}), sources };
}
