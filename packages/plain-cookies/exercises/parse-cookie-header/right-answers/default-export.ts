// One object with the function, exported as default; decodes piece by piece.
function parseCookieHeader(header: string) {
  const cookies = new Map<string, string>();
  let rest = header;
  while (rest !== '') {
    const end = rest.indexOf(';');
    const pair = end === -1 ? rest : rest.substring(0, end);
    rest = end === -1 ? '' : rest.substring(end + 1);
    const equals = pair.indexOf('=');
    if (equals === -1) continue;
    const [name, raw] = [pair.substring(0, equals), pair.substring(equals + 1)].map((part) =>
      part.replace(/^[ \t]*/, '').replace(/[ \t]*$/, ''),
    ) as [string, string];
    if (cookies.has(name)) continue;
    cookies.set(
      name,
      raw.replace(/(%[0-9a-f]{2})+/gi, (encoded) => {
        try {
          return decodeURIComponent(encoded);
        } catch {
          return encoded;
        }
      }),
    );
  }
  return cookies;
}

export default { parseCookieHeader };
