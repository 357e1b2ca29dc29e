// The theme of the page, told to the lab in its frame: another origin, so it can't look for itself.

const frame = document.querySelector('[data-lab-frame]');
if (frame) {
  const origin = new URL(frame.src).origin;
  const tell = () => frame.contentWindow.postMessage({ theme: document.documentElement.dataset.theme ?? '' }, origin);
  window.addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data === 'theme?') tell();
  });
  document.querySelector('[data-theme-switch]')?.addEventListener('click', () => setTimeout(tell));
}
