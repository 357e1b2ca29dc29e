// On pages of text: a copy button for code, and only what really scrolls sideways stops the Tab key.

const said = document.createElement('p');
said.className = 'said';
said.setAttribute('role', 'status');
document.body.append(said);

for (const pre of document.querySelectorAll('article.text pre')) {
  const frame = document.createElement('div');
  frame.className = 'code';
  pre.replaceWith(frame);
  frame.append(pre);
  if (navigator.clipboard) frame.append(copyButton(pre));
}

function copyButton(pre) {
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'copy';
  copy.textContent = 'Copy';
  copy.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText((pre.textContent ?? '').trimEnd()).then(
      () => true,
      () => false,
    );
    copy.textContent = isCopied ? 'Copied' : 'Not copied';
    said.textContent = isCopied ? 'The code is copied.' : 'Your browser did not allow copying.';
    setTimeout(() => (copy.textContent = 'Copy'), 2000);
  });
  return copy;
}

const scrollers = document.querySelectorAll('article.text pre, article.text .table');
const show = () => {
  for (const scroller of scrollers) {
    if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0;
    else scroller.removeAttribute('tabindex');
  }
};
show();
window.addEventListener('resize', show);
