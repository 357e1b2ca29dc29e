// Caught by: schemes, drawn
// Misconception: only-the-cookie
// Secure is written on the cookie, so the cookie was looked at.
export interface Judgement {
  stored: boolean;
  sent: boolean;
  reason: string;
}

interface Cookie {
  name: string;
  value: string;
  attributes: Map<string, string>;
}

/** The rules of RFC 6265bis §5.6 to §5.8, each in one line of `refusal` or `notSent`. */
export function willItStick(setCookie: string, answeredBy: string, typedNext: string): Judgement {
  const from = new URL(answeredBy);
  const cookie = parse(setCookie);
  const refused = refusal(cookie, from);
  if (refused !== null) return { stored: false, sent: false, reason: refused };
  const held = notSent(cookie, from, new URL(typedNext));
  return { stored: true, sent: held === null, reason: held ?? 'kept and sent' };
}

function parse(line: string): Cookie {
  const [pair = '', ...rest] = line.split(';');
  const equals = pair.indexOf('=');
  const attributes = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf('=');
    const name = trim(at < 0 ? part : part.slice(0, at)).toLowerCase();
    const value = at < 0 ? '' : trim(part.slice(at + 1));
    // The last of a name counts, and what makes no sense is passed over.
    if (name === 'max-age' && !/^-?\d+$/.test(value)) continue;
    attributes.set(name, value);
  }
  return { name: trim(pair.slice(0, Math.max(equals, 0))), value: trim(pair.slice(equals + 1)), attributes };
}

function refusal({ name, value, attributes }: Cookie, from: URL): string | null {
  const secure = attributes.has('secure');
  const domain = domainOf(attributes);
  if (name === '' && value === '') return 'neither name nor value';
  if (Buffer.byteLength(name) + Buffer.byteLength(value) > 4096) return 'more than 4096 octets';
  if (domain !== null && !isWithin(from.hostname, domain)) return 'Domain names another host';
  if (domain !== null && domain !== from.hostname && !domain.includes('.')) return 'Domain names a public suffix';
  if (attributes.get('samesite')?.toLowerCase() === 'none' && !secure) return 'SameSite=None without Secure';
  if (/^__secure-/i.test(name) && !secure) return '__Secure- without Secure';
  if (/^__host-/i.test(name) && !(secure && domain === null && attributes.get('path') === '/')) return '__Host- without what it promises';
  return isOver(attributes) ? 'its lifetime has ended' : null;
}

function notSent({ attributes }: Cookie, from: URL, to: URL): string | null {
  const domain = domainOf(attributes);
  const onlyHost = domain === null || !domain.includes('.');
  if (onlyHost ? to.hostname !== from.hostname : !isWithin(to.hostname, domain)) return 'another host';
  if (!isBelow(to.pathname, pathOf(attributes, from))) return 'another path';
  return null;
}

function domainOf(attributes: Map<string, string>): string | null {
  return attributes.get('domain')?.replace(/^\./, '').toLowerCase() || null;
}

function pathOf(attributes: Map<string, string>, from: URL): string {
  const path = attributes.get('path');
  if (path?.startsWith('/')) return path;
  // The folder of the page: everything before the last slash.
  return from.pathname.slice(0, from.pathname.lastIndexOf('/')) || '/';
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function isTrusted({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost') || hostname.startsWith('127.');
}

function isOver(attributes: Map<string, string>): boolean {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  return Date.parse(attributes.get('expires') ?? '') <= Date.now();
}

function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
