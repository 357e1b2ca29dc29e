// What the browser says it is. It may lie; a lab only repeats it.

import type { IncomingHttpHeaders } from 'node:http';

/** @returns e.g. `Chromium 140`; `an unnamed browser` for what says nothing we know. */
export function browserName(headers: IncomingHttpHeaders): string {
  const hinted = /"(Google Chrome|Microsoft Edge|Opera|Brave|Chromium)";v="(\d+)"/g;
  const brands = [...String(headers['sec-ch-ua'] ?? '').matchAll(hinted)].map(([, name = '', version = '']) => ({
    name,
    version,
  }));
  const brand = brands.find(({ name }) => name !== 'Chromium') ?? brands[0];
  if (brand) return `${brand.name} ${brand.version}`;
  const agent = headers['user-agent'] ?? '';
  const firefox = /Firefox\/(\d+)/.exec(agent);
  if (firefox) return `Firefox ${firefox[1]}`;
  const safari = /Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//.exec(agent);
  if (safari) return `Safari ${safari[1]}`;
  const chrome = /(?:Headless)?Chrome\/(\d+)/.exec(agent);
  return chrome ? `Chromium ${chrome[1]}` : 'an unnamed browser';
}
