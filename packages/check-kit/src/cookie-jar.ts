// The jar: RFC 6265bis §5.6 to §5.8, with what Chromium was measured to do.

export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** Host without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  /** Unix milliseconds, or null for a cookie that ends with the browser. */
  readonly expiresMs: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unset';
  readonly partitioned: boolean;
  readonly createdMs: number;
}
