// Flask's session cookie for Node: what you may use.

export { type DecodedFlaskSession, type DecodeOptions, decodeFlaskSession } from './decode-flask-session';
export { type EncodeOptions, encodeFlaskSession } from './encode-flask-session';
export { type FlaskSessionMiddleware, flaskSession } from './flask-session';
export { FlaskSessionError, type FlaskSessionErrorCode } from './flask-session-error';
export type { FlaskSessionOptions } from './flask-session-options';
export type { FlaskDict, FlaskValue } from './flask-value';
export { Float, Markup, Tuple, Uuid, tuple } from './python-types';
export type { SecretKey, SecretKeys } from './secret-key';
export { type FlaskSession, sessionOf, sessionState } from './session-of';
export type { SessionState } from './session-state';
export { type VerifiedFlaskSession, type VerifyOptions, type WhyNotVerified, verifyFlaskSession } from './verify-flask-session';
