// An exercise's page while somebody works: what has changed is put in place; nothing here ever takes the focus.

import { askCourse, readEvents } from './exercise-live.js';

const work = document.querySelector('[data-exercise]');
if (work?.querySelector('[data-piece]')) live(work);

function live(work) {
  const api = `/api/exercises/${work.dataset.exercise}`;
  const said = work.querySelector('[data-said]');
  const say = (text) => (said.textContent = text);
  for (const element of work.querySelectorAll('[data-needs-script]')) element.hidden = false;

  const ask = async (what) => {
    say('');
    say(await askCourse(`${api}/${what}`));
  };
  let hasAsked = false;
  readEvents(`${api}/events${'pane' in work.dataset ? '?pane' : ''}`, {
    onEvent({ pieces, announce, app, wantsCheck }) {
      for (const [name, markup] of Object.entries(pieces)) put(work.querySelector(`[data-piece="${name}"]`), markup);
      if (announce !== '') work.querySelector('[data-announce]').textContent = announce;
      showApp(work, app);
      if (wantsCheck && !hasAsked) void ask('check');
      hasAsked = true;
    },
    onTrouble: say,
  });
  for (const button of work.querySelectorAll('[data-do]')) button.addEventListener('click', () => ask(button.dataset.do));
  work.querySelector('[data-next-hint]').addEventListener('click', () => nextHint(work));
  work.querySelector('[data-app-again]')?.addEventListener('click', () => {
    const frame = work.querySelector('[data-app-frame] iframe');
    if (frame) frame.src = String(frame.src);
  });
}

/** Replaces only what differs. Where the focus stood inside, it stands on the same thing again. */
function put(element, markup) {
  if (!element || element.lastMarkup === markup) return;
  element.lastMarkup = markup;
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const place = focused && [...element.querySelectorAll('a, button, [tabindex]')].indexOf(focused);
  element.innerHTML = markup;
  if (focused) element.querySelectorAll('a, button, [tabindex]')[place]?.focus({ preventScroll: true });
}

/** The hint of the first check that doesn't pass and isn't open yet. */
function nextHint(work) {
  const rows = [...work.querySelectorAll('.checks > li')];
  const closed = (row) => !row.querySelector('details').open;
  const next = rows.find((row) => closed(row) && !row.querySelector('.mark.passed')) ?? rows.find(closed);
  const announce = work.querySelector('[data-announce]');
  if (!next) return void (announce.textContent = 'All hints are open.');
  next.querySelector('details').open = true;
  next.scrollIntoView({ block: 'nearest' });
  announce.textContent = `Hint: ${next.querySelector('details p').textContent}`;
}

function showApp(work, address) {
  const place = work.querySelector('[data-app-frame]');
  if (!place) return;
  const isRunning = address !== null;
  work.querySelector('[data-app-start]').hidden = isRunning;
  work.querySelector('[data-app-stop]').hidden = !isRunning;
  // Under another name of the site, the app's cookies would be a third party's, which browsers drop in a frame.
  const isFirstParty = location.hostname === 'course.localhost';
  work.querySelector('[data-app-again]').hidden = !isRunning || !isFirstParty;
  const frame = place.querySelector('iframe');
  if (!isRunning || !isFirstParty) return void frame?.remove();
  if (frame) return;
  const made = document.createElement('iframe');
  made.title = 'Your app';
  // Everything but to lead the whole page away.
  made.setAttribute('sandbox', 'allow-forms allow-scripts allow-same-origin allow-popups allow-modals');
  made.src = address;
  place.append(made);
}
