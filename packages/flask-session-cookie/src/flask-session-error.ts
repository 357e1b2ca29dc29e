// The one error this package throws. Its message never holds a key, a cookie's value or a session's value.

/** What went wrong; stable, for `switch` and for tests. */
export type FlaskSessionErrorCode =
  /** `secretKey` is missing or empty, and something had to be signed, verified or changed. */
  | 'no-secret-key'
  /** An option is unknown, has the wrong type, or would break the `Set-Cookie` header. */
  | 'bad-option'
  /** A value has no place in a Flask session: a function, a Map, an object that contains itself. */
  | 'not-storable'
  /** The text is not of the form `payload.timestamp.signature`. */
  | 'not-a-session-cookie'
  /** The payload is no base64, no zlib data, no JSON, too large, or its tags make no sense. Flask answers 500 to a signed one. */
  | 'bad-payload'
  /** `sessionOf` or `sessionState` was asked about a request that `flaskSession` has not seen. */
  | 'no-session'
  /** `req.session = …` was written: a session is emptied or changed, never replaced. */
  | 'session-replaced'
  /** Two `flaskSession` middlewares saw the same request. */
  | 'mounted-twice';

/** An error with a stable `code`; `cause` holds what led to it, if anything did. */
export class FlaskSessionError extends Error {
  override readonly name = 'FlaskSessionError';
  constructor(
    readonly code: FlaskSessionErrorCode,
    message: string,
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
  }
}
