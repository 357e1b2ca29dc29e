// Two panes: the divider moves by mouse and keyboard, and a tab changes the frame without moving the text.

const panes = document.querySelector('.two-panes');
const divider = panes.querySelector('[data-divider]');
const least = Number(divider.getAttribute('aria-valuemin'));
const most = Number(divider.getAttribute('aria-valuemax'));

const show = (percent) => {
  const width = Math.round(Math.min(most, Math.max(least, percent)));
  panes.style.setProperty('--left', `${width}fr`);
  panes.style.setProperty('--right', `${100 - width}fr`);
  divider.setAttribute('aria-valuenow', String(width));
  divider.setAttribute('aria-valuetext', `${width} percent`);
  return width;
};
const move = (percent) => localStorage.setItem('text-width', String(show(percent)));
const now = () => Number(divider.getAttribute('aria-valuenow'));

divider.hidden = false;
show(Number(localStorage.getItem('text-width')) || 50);

const steps = {
  ArrowLeft: () => now() - 2,
  ArrowRight: () => now() + 2,
  PageUp: () => now() + 10,
  PageDown: () => now() - 10,
  Home: () => least,
  End: () => most,
};
divider.addEventListener('keydown', (event) => {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  move(step());
});
divider.addEventListener('dblclick', () => move(50));
divider.addEventListener('pointerdown', (event) => {
  event.preventDefault();
  divider.focus();
  divider.setPointerCapture(event.pointerId);
  panes.classList.add('is-dragged');
});
divider.addEventListener('pointermove', (event) => {
  if (!divider.hasPointerCapture(event.pointerId)) return;
  const { left, width } = panes.getBoundingClientRect();
  move(((event.clientX - left) / width) * 100);
});
divider.addEventListener('lostpointercapture', () => panes.classList.remove('is-dragged'));

const tabs = document.querySelector('[data-tabs]');
const choices = [...tabs.querySelectorAll('[data-src]')];

tabs.addEventListener('click', (event) => {
  const tab = event.target.closest('[data-src]');
  if (!tab || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (tab.hasAttribute('aria-current')) return;
  history.pushState(null, '', tab.href);
  choose(tab);
});
window.addEventListener('popstate', () => {
  const tab = choices.find(({ href }) => new URL(href).search === location.search);
  if (tab && !tab.hasAttribute('aria-current')) choose(tab);
});

function choose(tab) {
  for (const other of choices) other.removeAttribute('aria-current');
  tab.setAttribute('aria-current', 'true');
  tabs.querySelector('.ends [data-alone]').href = tab.dataset.alone;
  // A new frame: changing the old one's address would make an entry of its own in the history.
  const old = document.querySelector('[data-pane]');
  const frame = document.createElement('iframe');
  frame.dataset.pane = '';
  frame.title = tab.textContent;
  if (tab.dataset.sandbox) frame.setAttribute('sandbox', tab.dataset.sandbox);
  frame.src = tab.dataset.src;
  old.replaceWith(frame);
}
