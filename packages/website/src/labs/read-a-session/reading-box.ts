// The box that a session is pasted into. It is in no form: nothing of it can be sent.

import { html, type Html } from '../../html';

/** @param value the lab's own session, to begin with; may be empty. */
export function readingBox(value: string): Html {
  return html`<div class="reading">
    <label for="pasted">A session cookie’s value</label>
    <textarea id="pasted" rows="4" spellcheck="false" autocomplete="off" data-pasted aria-describedby="pasted-note">
${value}</textarea>
    <p class="hint" id="pasted-note">
      Paste no session of a real account: whoever has it is logged in as you. What you paste stays in this page; the page has told
      your browser that none of its scripts may connect to anything, and the box belongs to no form.
    </p>
    <button type="button" data-read disabled>Read it</button>
    <noscript
      ><p>
        This box needs scripts: what you paste is read in the page, and sent nowhere. Without them, open
        <code>session</code> under “Your cookies here”.
      </p></noscript
    >
    <ol class="reading-steps" data-reading aria-live="polite"></ol>
  </div>`;
}
