// Flask's settings for sessions, under their names in camel case, with its defaults.

import { FlaskSessionError } from './flask-session-error';
import { defaultMaxInflatedBytes } from './payload';
import { type SecretKeys, isSecretKey, retiredKeys } from './secret-key';
import { defaultLifetimeSeconds } from './verify-flask-session';

export interface FlaskSessionOptions extends SecretKeys {
  /** `SESSION_COOKIE_NAME`; `session` unless told. */
  readonly sessionCookieName?: string;
  /** `SESSION_COOKIE_DOMAIN`; none unless told: only the host that set the cookie gets it back. */
  readonly sessionCookieDomain?: string | null;
  /** `SESSION_COOKIE_PATH`; `/` unless told. */
  readonly sessionCookiePath?: string;
  /** `SESSION_COOKIE_HTTPONLY`; true unless told: no script reads the cookie. */
  readonly sessionCookieHttpOnly?: boolean;
  /** `SESSION_COOKIE_SECURE`; false unless told, as in Flask. Set it wherever you have HTTPS. */
  readonly sessionCookieSecure?: boolean;
  /** `SESSION_COOKIE_SAMESITE`; not sent unless told, as in Flask. `'Lax'` is a good choice. */
  readonly sessionCookieSameSite?: 'Strict' | 'Lax' | 'None' | null;
  /** `SESSION_COOKIE_PARTITIONED`; false unless told. Turns `Secure` on. */
  readonly sessionCookiePartitioned?: boolean;
  /** `PERMANENT_SESSION_LIFETIME` in seconds; 2678400 (31 days) unless told. The greatest age of every session. */
  readonly permanentSessionLifetimeSeconds?: number;
  /** `SESSION_REFRESH_EACH_REQUEST`; true unless told: a permanent session is sent anew with every response. */
  readonly sessionRefreshEachRequest?: boolean;
  /** Bytes of JSON that a compressed cookie may stand for; 262144 unless told. Not in Flask. */
  readonly maxInflatedBytes?: number;
  /** The clock: Unix time in milliseconds. For tests. */
  readonly now?: () => number;
  /** Gets each warning once; `process.emitWarning` unless told. */
  readonly warn?: (message: string) => void;
}

/** The options with nothing left to be decided. */
export type SessionSettings = Required<Omit<FlaskSessionOptions, 'secretKey'>> & Pick<FlaskSessionOptions, 'secretKey'>;

const defaults: SessionSettings = {
  secretKey: undefined,
  fallbackKeys: [],
  sessionCookieName: 'session',
  sessionCookieDomain: null,
  sessionCookiePath: '/',
  sessionCookieHttpOnly: true,
  sessionCookieSecure: false,
  sessionCookieSameSite: null,
  sessionCookiePartitioned: false,
  permanentSessionLifetimeSeconds: defaultLifetimeSeconds,
  sessionRefreshEachRequest: true,
  maxInflatedBytes: defaultMaxInflatedBytes,
  now: Date.now,
  warn: (message) => process.emitWarning(message, { code: 'FLASK_SESSION' }),
};

/** What each option must be; those that end in the `Set-Cookie` header must not be able to break it. */
const rules: { readonly [Name in keyof SessionSettings]: (value: unknown) => boolean } = {
  secretKey: (value) => value === undefined || value === null || value === '' || isSecretKey(value) || isEmptyBytes(value),
  fallbackKeys: Array.isArray,
  sessionCookieName: (value) => typeof value === 'string' && /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(value),
  sessionCookieDomain: (value) => value === null || (typeof value === 'string' && /^[0-9A-Za-z.:-]+$/.test(value)),
  sessionCookiePath: (value) => typeof value === 'string' && /^[!-:<-~]*$/.test(value),
  sessionCookieHttpOnly: isBoolean,
  sessionCookieSecure: isBoolean,
  sessionCookieSameSite: (value) => value === null || value === 'Strict' || value === 'Lax' || value === 'None',
  sessionCookiePartitioned: isBoolean,
  permanentSessionLifetimeSeconds: isCount,
  sessionRefreshEachRequest: isBoolean,
  maxInflatedBytes: (value) => isCount(value) && Number(value) >= 1,
  now: isFunction,
  warn: isFunction,
};

/**
 * Completes the options with Flask's defaults.
 *
 * A misspelt option (`sessionCookieHttponly: false`) is an error rather than ignored: it would be a protection that isn't there.
 *
 * @throws {FlaskSessionError} code 'bad-option' when one is unknown or of no use.
 */
export function toSettings(options: FlaskSessionOptions): SessionSettings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined) as [keyof SessionSettings, unknown][];
  for (const [name, value] of given) {
    if (!Object.hasOwn(rules, name))
      throw new FlaskSessionError('bad-option', `flaskSession has no option ${name}. It has ${Object.keys(rules).join(', ')}.`);
    if (!rules[name](value)) throw new FlaskSessionError('bad-option', `flaskSession can't use this value for ${name}.`);
  }
  retiredKeys(options);
  return { ...defaults, ...Object.fromEntries(given) };
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isEmptyBytes(value: unknown): boolean {
  return value instanceof Uint8Array && value.length === 0;
}
