// What a server gives away: in answers, headers included, and in what it prints.

import type { App } from '@cookie-lessons/check-kit';

import { burntKey } from './the-machine';
import { traceOf } from './traces-of-a-key';

type Answer = Awaited<ReturnType<App['get']>>;

/** @returns which key stands there, and how, as the end of a sentence; null when none does. */
export function keyIn(text: string, key: string): string | null {
  for (const [which, one] of [
    ['the key it was started with', key],
    ['the burnt key', burntKey],
  ] as const) {
    const how = traceOf(one, text);
    if (how !== null) return `${which}, ${how}`;
  }
  return null;
}

/** An answer as it was sent, headers included. */
export function asSent({ headers, text }: Answer): string {
  return `${[...headers].map(([name, values]) => `${name}: ${values.join(', ')}`).join('\n')}\n\n${text}`;
}

/** Addresses on this server that a page names: scripts, links, forms, images. */
export function addressesIn(page: string): string[] {
  const named = [...page.matchAll(/\b(?:src|href|action)\s*=\s*["']?([^"'\s>]{1,200})/gi)].map(([, address = '']) => address);
  const paths = named.flatMap((address) => {
    const url = URL.canParse(address, 'http://shop.localhost/') ? new URL(address, 'http://shop.localhost/') : null;
    return url?.hostname === 'shop.localhost' ? [`${url.pathname}${url.search}`] : [];
  });
  return [...new Set(paths)].slice(0, 20);
}
