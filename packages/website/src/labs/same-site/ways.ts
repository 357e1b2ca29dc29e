// The ways in which a page of another site can make your browser ask the shop for something, and the cookies that might go along.

import type { Choice } from '../lab';

export interface Way {
  readonly id: 'link' | 'get-form' | 'post-form' | 'image' | 'frame' | 'fetch';
  readonly label: string;
}

export const ways: readonly Way[] = [
  { id: 'link', label: 'a link' },
  { id: 'get-form', label: 'a GET form' },
  { id: 'post-form', label: 'a POST form' },
  { id: 'image', label: 'an image' },
  { id: 'frame', label: 'a frame' },
  { id: 'fetch', label: 'a fetch() of a script' },
];

export const cookies: readonly (Choice & { readonly attributes: string })[] = [
  { id: 'unset', label: 'no SameSite', attributes: '' },
  { id: 'lax', label: 'Lax', attributes: '; SameSite=Lax' },
  { id: 'strict', label: 'Strict', attributes: '; SameSite=Strict' },
  { id: 'none', label: 'None', attributes: '; SameSite=None; Secure' },
];

/** What the shop saw of one way. */
export interface Seen {
  readonly carried: readonly string[];
  /** Sec-Fetch-Site, as it came. */
  readonly fetchSite: string;
  /** Seconds since the cookies were set. */
  readonly ageSeconds: number;
}
