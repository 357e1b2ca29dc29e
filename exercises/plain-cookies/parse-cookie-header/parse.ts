// Reads the value of a Cookie header. So far it finds nothing.
// How the header is built: packages/plain-cookies/lesson-text/values-and-limits.md

export function parseCookieHeader(header: string): Map<string, string> | Record<string, string> {
  // TODO: take `header` apart.
  void header;
  return new Map();
}
