// Brings a progress file in, and asks before anything is replaced.

import { askForJson } from './exercise-live.js';

const form = document.querySelector('[data-bring]');
if (form) {
  const asks = form.querySelector('[data-asks]');
  const said = document.querySelector('[data-said]');
  const bring = async (replace) => {
    const [file] = form.querySelector('input').files;
    asks.hidden = true;
    said.textContent = '';
    const answer = await askForJson('/api/progress', { text: await file.text(), replace });
    said.textContent = answer.said ?? answer.asks ?? answer.error ?? '';
    asks.hidden = answer.asks === undefined;
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void bring(false);
  });
  form.querySelector('[data-yes]').addEventListener('click', () => bring(true));
  form.querySelector('[data-no]').addEventListener('click', () => {
    asks.hidden = true;
    said.textContent = 'Nothing was changed.';
  });
}
