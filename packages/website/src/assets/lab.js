// On every lab: the theme of the page around it, and cookies that open from the table.

const site = document.documentElement.dataset.site;
if (window.parent !== window && site) {
  window.addEventListener('message', ({ origin, data }) => {
    if (origin === site && /^(?:light|dark|)$/.test(data?.theme)) document.documentElement.dataset.theme = data.theme;
  });
  window.parent.postMessage('theme?', site);
}

for (const link of document.querySelectorAll('[data-opens]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const details = document.getElementById(link.dataset.opens);
    details.open = true;
    details.querySelector('summary').focus();
  });
}
