// A list of rules; the first that speaks decides. Reasons in other words.
type Facts = { name: string; size: number; at: Record<string, string | undefined>; from: URL; to: URL };
const own = (u: URL) => u.protocol === 'https:' || /(^|\.)localhost$|^127\./.test(u.hostname);
const covers = (domain: string, host: string) =>
  host === domain || (!/^\d+(\.\d+){3}$/.test(host) && host.endsWith('.' + domain));

const dropped: [string, (f: Facts) => unknown][] = [
  ['empty', (f) => f.size === 0],
  ['too large', (f) => f.size > 4096],
  ['foreign domain', ({ at, from }) => at.domain && !covers(at.domain, from.hostname)],
  ['public suffix', ({ at, from }) => at.domain && at.domain !== from.hostname && at.domain.split('.').length < 2],
  ['needs https', ({ at, from }) => at.secure !== undefined && !own(from)],
  ['None needs Secure', ({ at }) => /^none$/i.test(at.samesite ?? '') && at.secure === undefined],
  ['__Secure- needs Secure', ({ at, name }) => name.startsWith('__secure-') && at.secure === undefined],
  [
    '__Host- needs more',
    ({ at, name }) => name.startsWith('__host-') && (at.secure === undefined || at.path !== '/' || at.domain),
  ],
  ['over', ({ at }) => (at['max-age'] ? Number(at['max-age']) < 1 : at.expires && new Date(at.expires).getTime() < Date.now())],
];
const stays: [string, (f: Facts) => unknown][] = [
  [
    'other host',
    ({ at, from, to }) => (at.domain?.includes('.') ? !covers(at.domain, to.hostname) : from.hostname !== to.hostname),
  ],
  [
    'other folder',
    ({ at, from, to }) => {
      const folder = at.path?.[0] === '/' ? at.path : from.pathname.replace(/\/[^/]*$/, '') || '/';
      return (
        !(to.pathname + '/').startsWith(folder.replace(/\/?$/, '/')) ||
        (folder.endsWith('/') && folder !== '/' && to.pathname + '/' === folder)
      );
    },
  ],
  ['needs https', ({ at, to }) => at.secure !== undefined && !own(to)],
];

export const willItStick = (setCookie: string, answeredBy: string, typedNext: string) => {
  const [[name = '', value = ''] = [], ...rest] = setCookie.split(';').map((part) => {
    const [, left = '', right = ''] = /^[ \t]*([^=]*?)[ \t]*(?:=[ \t]*(.*?)[ \t]*)?$/s.exec(part) ?? [];
    return [left, right];
  });
  const at: Record<string, string | undefined> = Object.create(null);
  for (const [left = '', right = ''] of rest)
    if (left.toLowerCase() !== 'max-age' || /^-?[0-9]+$/.test(right)) at[left.toLowerCase()] = right;
  at.domain = at.domain?.toLowerCase().replace(/^\./, '');
  const facts = {
    name: name.toLowerCase(),
    size: new TextEncoder().encode(name + value).length,
    at,
    from: new URL(answeredBy),
    to: new URL(typedNext),
  };
  const no = dropped.find(([, rule]) => rule(facts));
  const kept = stays.find(([, rule]) => rule(facts));
  return { stored: !no, sent: !no && !kept, reason: (no ?? kept)?.[0] ?? '', extra: [name, value] };
};
