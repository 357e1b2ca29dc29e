// A picture that is a paragraph of its own becomes a figure; the paragraph behind it, all in italics, its caption.

import { html } from '../../html';
import type { LinkTo } from './links';
import type { Rules, Token } from './rules';

/** null where it isn't known. */
export type PictureSize = (src: string) => { readonly width: number; readonly height: number } | null;

export function dressFigures(rules: Rules, linkTo: LinkTo, sizeOf: PictureSize): void {
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const src = linkTo(String(token?.attrGet('src'))) ?? '';
    const alt = self.renderInlineAsText(token?.children ?? [], options, env);
    const size = sizeOf(src);
    const given = size && html` width="${size.width}" height="${size.height}"`;
    return html`<a href="${src}"><img src="${src}" alt="${alt}" ${given} /></a>`.toString();
  };
  rules.paragraph_open = (tokens, index, options, _env, self) => {
    if (isPicture(tokens[index + 1])) return '<figure>';
    return isCaption(tokens, index) ? '<figcaption>' : self.renderToken(tokens, index, options);
  };
  rules.paragraph_close = (tokens, index, options, _env, self) => {
    if (isPicture(tokens[index - 1])) return isCaption(tokens, index + 1) ? '' : '</figure>\n';
    return isCaption(tokens, index - 2) ? '</figcaption></figure>\n' : self.renderToken(tokens, index, options);
  };
}

function isPicture(token: Token | undefined): boolean {
  return token?.children?.length === 1 && token.children[0]?.type === 'image';
}

/** @param index of a paragraph's beginning. */
function isCaption(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.type !== 'paragraph_open' || !isPicture(tokens[index - 2])) return false;
  const children = tokens[index + 1]?.children?.filter(({ type, content }) => type !== 'text' || content !== '') ?? [];
  return children[0]?.type === 'em_open' && children.at(-1)?.type === 'em_close';
}
