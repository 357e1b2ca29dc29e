export function decode(cookie: string): unknown {
  let rest = cookie;
  while (rest.includes('.')) rest = rest.replace('.', '..');
  return rest;
}
