// How a cookie's value is cut: from the right, since a compressed payload begins with a dot itself.

/** `payload.timestamp.signature`, still as text. */
export interface CookieParts {
  /** With the leading dot of compression. */
  readonly payload: string;
  readonly timestamp: string;
  readonly signature: string;
  /** `payload.timestamp`: what the signature covers. */
  readonly signedText: string;
}

/** The parts, or how far the cutting came: itsdangerous tells a value without any dot from one without a time. */
export type CookieCut =
  | { readonly complete: true; readonly parts: CookieParts }
  | { readonly complete: false; readonly signedText?: string; readonly signature?: string };

/** @see itsdangerous `Signer.unsign` and `TimestampSigner.unsign` */
export function cutCookie(value: string): CookieCut {
  const outer = cutAtLastDot(value);
  if (outer === undefined) return { complete: false };
  const [signedText, signature] = outer;
  const inner = cutAtLastDot(signedText);
  if (inner === undefined) return { complete: false, signedText, signature };
  const [payload, timestamp] = inner;
  return { complete: true, parts: { payload, timestamp, signature, signedText } };
}

function cutAtLastDot(text: string): readonly [string, string] | undefined {
  const dot = text.lastIndexOf('.');
  return dot === -1 ? undefined : [text.slice(0, dot), text.slice(dot + 1)];
}
