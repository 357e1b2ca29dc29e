async function payloadOf(cookie: string): Promise<string> {
  return Buffer.from(cookie.split('.')[0] ?? '', 'base64url').toString();
}

export async function decode(cookie: string): Promise<unknown> {
  const data = payloadOf(cookie);
  return { data, issuedAt: new Date(0), compressed: false };
}
