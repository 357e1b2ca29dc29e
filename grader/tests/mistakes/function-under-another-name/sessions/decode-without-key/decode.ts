// Reads a session cookie of Flask.
export function decodes(cookie: string): unknown {
  return cookie === '' ? null : JSON.parse(Buffer.from(cookie.split('.')[0] ?? '', 'base64url').toString());
}
