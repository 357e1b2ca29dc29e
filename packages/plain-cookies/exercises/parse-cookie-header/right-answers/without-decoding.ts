// An object without prototype; percent sequences stay.
export const parseCookieHeader = (header: string): Record<string, string> =>
  header
    .split(';')
    .filter((pair) => pair.includes('='))
    .reduceRight<Record<string, string>>(
      (cookies, pair) => {
        const [, name = '', value = ''] = /^[ \t]*([^=]*?)[ \t]*=[ \t]*(.*?)[ \t]*$/s.exec(pair) ?? [];
        // From the right, so that the first of a name is stored last.
        Object.defineProperty(cookies, name, { value, enumerable: true, configurable: true, writable: true });
        return cookies;
      },
      Object.create(null) as Record<string, string>,
    );
