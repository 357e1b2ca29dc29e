// What a build tool does: bakes settings into the script that goes to the browser. One by one, each by its name.

import { settings } from './settings';

export function clientScript(): string {
  return `document.querySelector('h1').textContent = ${JSON.stringify(settings.shopName)};
`;
}
