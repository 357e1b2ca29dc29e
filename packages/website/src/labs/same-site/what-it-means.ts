// What it means for the shop that a request from elsewhere carried what it did.

import { html, type Html } from '../../html';
import type { Seen, Way } from './ways';

export function whatItMeans(way: Way['id'], { carried, fetchSite, ageSeconds }: Seen): Html {
  return html`<p>
      ${
        way === 'post-form'
          ? carried.includes('unset')
            ? html`The cookie without SameSite came along with a POST that you never meant, ${ageSeconds} seconds after it was
              set. A shop that believes it would now send 100 cookies to Mallory: that is cross-site request forgery.`
            : html`The cookies were ${ageSeconds} seconds old. Without SameSite=None, none came with this POST: the shop sees a
              stranger, and Mallory gets nothing.`
          : html`Somebody else’s page led you here. Lax lets the session come along, so that a link to your order works; Strict
            doesn’t. That is safe only as long as a GET changes nothing.`
      }
    </p>
    <p>
      <code>Sec-Fetch-Site: ${fetchSite}</code> tells the shop where the request began, in every browser of today, cookies or not.
      A shop that refuses to change anything for <code>cross-site</code> needs no luck with its cookies. Lax is a second wall, not
      the first.
    </p>`;
}
