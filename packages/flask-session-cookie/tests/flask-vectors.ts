// What the real Flask did, recorded: the vectors' shape, and their values in the words of this package.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FlaskSessionOptions } from '../src/flask-session-options';
import { type FlaskDict, type FlaskValue, Float, Markup, Uuid, tuple } from '../src';

export interface RecordedKey {
  readonly hex: string;
}

/** A real Flask view wrote a session. */
export interface DumpVector {
  readonly id: string;
  readonly kind: 'dump';
  readonly key: RecordedKey;
  /** Unix time in seconds. */
  readonly now: number;
  readonly set_cookie: readonly string[];
  readonly vary: string | null;
  readonly config?: Readonly<Record<string, string>>;
  readonly cookie_value?: string;
  readonly compressed?: boolean;
  readonly payload_json?: string;
  readonly timestamp?: number;
  readonly signature_b64?: string;
  readonly session?: unknown;
}

/** A real Flask app got a cookie. */
interface LoadVector {
  readonly id: string;
  readonly kind: 'load';
  readonly key: RecordedKey;
  readonly fallback_keys?: readonly RecordedKey[];
  /** Unix time in seconds. */
  readonly now: number;
  /** Seconds. */
  readonly max_age: number;
  readonly cookie_value: string;
  readonly salt: string;
  readonly expect: {
    readonly verdict: 'ok' | 'BadSignature' | 'BadTimeSignature' | 'SignatureExpired' | 'BadPayload';
    readonly session?: unknown;
    readonly http_status?: number;
    readonly flask_view_saw?: unknown;
    readonly response_set_cookie?: readonly string[];
  };
}

interface VectorFile {
  readonly versions: Readonly<Record<string, string>>;
  readonly t0: number;
  readonly vectors: readonly (DumpVector | LoadVector)[];
  readonly flows: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
}

const file = JSON.parse(readFileSync(join(__dirname, 'vectors', 'flask-vectors.json'), 'utf8')) as VectorFile;

/** The second at which almost all vectors were made. */
export const t0Seconds = file.t0;
export const dumpVectors = file.vectors.filter((vector) => vector.kind === 'dump');
export const loadVectors = file.vectors.filter((vector) => vector.kind === 'load');
export const flowIds = file.flows.map(({ id }) => id);

/** @typeParam Flow the fields this flow has. */
export function flow<Flow>(id: string): Flow {
  const found = file.flows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no flow ${id}.`);
  return found as Flow;
}

export function keyBytes({ hex }: RecordedKey): Buffer {
  return Buffer.from(hex, 'hex');
}

/** The options for a Flask `config` as the recording wrote it down. */
export function optionsOf(config: DumpVector['config'] = {}): Omit<FlaskSessionOptions, 'secretKey'> {
  const sameSite = config.SESSION_COOKIE_SAMESITE as 'Strict' | 'Lax' | undefined;
  return {
    sessionCookieName: config.SESSION_COOKIE_NAME,
    sessionCookieDomain: config.SESSION_COOKIE_DOMAIN,
    sessionCookiePath: config.SESSION_COOKIE_PATH,
    sessionCookieHttpOnly: config.SESSION_COOKIE_HTTPONLY !== 'False',
    sessionCookieSecure: config.SESSION_COOKIE_SECURE === 'True',
    sessionCookieSameSite: sameSite,
    sessionCookiePartitioned: config.SESSION_COOKIE_PARTITIONED === 'True',
    permanentSessionLifetimeSeconds: config.PERMANENT_SESSION_LIFETIME === '0:10:00' ? 600 : undefined,
  };
}

/** The session a vector was recorded with. JSON can't tell 1.0 from 1: the one vector with a float that needs telling is named. */
export function sessionOfVector(vector: DumpVector): FlaskDict {
  const session = toValue(vector.session ?? {}) as FlaskDict;
  return vector.id === 'payload-types' ? { ...session, f: new Float(1) } : session;
}

/** `{"$": "tuple", "v": […]}` and the like stand for what Python's repr showed. */
export function toValue(recorded: unknown): FlaskValue {
  if (Array.isArray(recorded)) return recorded.map(toValue);
  if (typeof recorded !== 'object' || recorded === null) return recorded as FlaskValue;
  const { $: type, v, hex } = recorded as { $?: string; v?: unknown; hex?: string };
  switch (type) {
    case 'tuple':
      return tuple(...(v as unknown[]).map(toValue));
    case 'bytes':
      return Buffer.from(hex ?? '', 'hex');
    case 'Markup':
      return new Markup(String(v));
    case 'UUID':
      return new Uuid(String(v));
    case 'datetime':
      return new Date(String(v));
    default:
      return Object.fromEntries(Object.entries(recorded).map(([name, value]) => [name, toValue(value)]));
  }
}
