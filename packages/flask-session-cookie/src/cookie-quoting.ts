// Quotes around a cookie's value, as werkzeug writes and reads them. A session cookie needs none; a proxy may add some.

/**
 * A value as it can stand in `Set-Cookie`: in double quotes, with backslashes and octal bytes, if it holds anything but letters,
 * digits and harmless signs.
 * @see werkzeug `http.dump_cookie`
 */
export function quoteCookieValue(value: string): string {
  if (/^[\w!#$%&'()*+\-./:<=>?@[\]^`{|}~]*$/.test(value)) return value;
  // latin1 gives each byte of the UTF-8 text one character.
  const bytes = Buffer.from(value).toString('latin1');
  return `"${bytes.replaceAll(/[\x00-\x1f",;\\\x7f-\xff]/g, escapeByte)}"`;
}

/** @see werkzeug `sansio.http.parse_cookie` */
export function unquoteCookieValue(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  const bytes = Buffer.from(value.slice(1, -1)).toString('latin1');
  const unescaped = bytes.replaceAll(/\\([0-3][0-7]{2}|.)/g, (_, code: string) =>
    code.length === 1 ? code : String.fromCharCode(parseInt(code, 8)),
  );
  return Buffer.from(unescaped, 'latin1').toString();
}

function escapeByte(byte: string): string {
  return byte === '"' || byte === '\\' ? `\\${byte}` : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
