// The attacker's script: asks the shop for something, with whatever cookies the browser lets go along. It can't read the answer.

const told = document.querySelector('[data-fetch]');
fetch(told.dataset.fetch, { mode: 'no-cors', credentials: 'include' }).then(
  () => (told.textContent = 'The script has sent its fetch. It may not read the answer.'),
  () => (told.textContent = "The script's fetch was stopped."),
);
