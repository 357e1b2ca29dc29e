// The two minutes of a young cookie, counting down.

const told = document.querySelector('[data-young-until]');
if (told) {
  const show = () => {
    const seconds = Math.ceil((Number(told.dataset.youngUntil) - Date.now()) / 1000);
    told.textContent = seconds > 0 ? `${seconds} seconds are left.` : 'The two minutes are over.';
    if (seconds > 0) setTimeout(show, 1000);
  };
  show();
}
