export const banner = '<p class="banner">Welcome to the bakery!</p>';
