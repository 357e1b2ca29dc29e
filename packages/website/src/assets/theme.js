// Before the first paint: the theme that was chosen. In localStorage, so that no cookie of the site stands among the lab's.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';
