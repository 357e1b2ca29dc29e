// Ordering without loading the page anew. Without this script the same buttons do the same by a form.

for (const list of document.querySelectorAll('.ordering')) {
  const status = document.querySelector('[data-moved]');
  const items = () => [...list.children];
  const buttonsOf = (item) => item.querySelectorAll('button');
  list.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    const item = button.closest('li');
    const isUp = button.value.startsWith('up-');
    if (isUp) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    for (const [index, each] of items().entries()) {
      const [up, down] = buttonsOf(each);
      up.disabled = index === 0;
      down.disabled = index === items().length - 1;
    }
    const order = items()
      .map((each) => each.dataset.letter)
      .join('');
    for (const field of document.querySelectorAll('[data-order]')) field.value = order;
    const [up, down] = buttonsOf(item);
    (button.disabled ? (isUp ? down : up) : button).focus();
    status.textContent = `Now ${items().indexOf(item) + 1} of ${items().length}: ${item.querySelector('.text').textContent}`;
  });
}
