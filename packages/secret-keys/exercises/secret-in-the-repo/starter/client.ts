// What a build tool does: bakes settings into the script that goes to the browser.

import { settings } from './settings';

export function clientScript(): string {
  // TODO: which of them does the page need?
  return `const settings = ${JSON.stringify(settings)};
document.querySelector('h1').textContent = settings.shopName;
`;
}
