// A manifest that can't be used: file, place in it, what was found and what is wanted, for every finding at once.

import type { z } from 'zod';

import { nearest } from './nearest';

export interface ManifestFinding {
  /** e.g. `checks[2].points`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly wanted: string;
}

export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  constructor(
    readonly file: string,
    readonly findings: readonly ManifestFinding[],
  ) {
    super(
      findings
        .map(({ path, found, wanted }) => `${file}: ${path === '' ? '' : `${path}: `}found ${found}, wanted ${wanted}`)
        .join('\n'),
    );
  }
}

/**
 * Reads one manifest.
 * @param file its name for messages, as the reader of the message knows it.
 * @throws ManifestError with all findings.
 */
export function parseManifest<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new ManifestError(file, [
      { path: '', found: `text that is not JSON (${error instanceof Error ? error.message : ''})`, wanted: 'JSON' },
    ]);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new ManifestError(
    file,
    result.error.issues.flatMap((issue) => describe(issue, data)),
  );
}

function describe(issue: z.core.$ZodIssue, data: unknown): ManifestFinding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys((valueAt(data, issue.path) as object | undefined) ?? {}).filter((key) => !issue.keys.includes(key));
    return issue.keys.map((key) => ({
      path: written([...issue.path, key]),
      found: 'a field that is not known here',
      wanted: suggestion(key, known),
    }));
  }
  return [{ path: written(issue.path), found: shown(valueAt(data, issue.path)), wanted: wanted(issue) }];
}

const fieldNames =
  'title summary kind level minutes exposes files entry serve modules harness process limits checks misconceptions id sentence points visible hint section demands message order pages exercises assignments extensions late weight due lmsColumn attempts student assignment'.split(
    ' ',
  );

function suggestion(key: string, taken: readonly string[]): string {
  const near = nearest(
    key,
    fieldNames.filter((name) => !taken.includes(name)),
  );
  return near === null ? 'no such field' : `no such field; did you mean "${near}"?`;
}

function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `${article(issue.expected)} ${issue.expected}`;
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `${sizeOf(issue.origin)} at least ${String(issue.minimum)}`;
    case 'too_big':
      return `${sizeOf(issue.origin)} at most ${String(issue.maximum)}`;
    default:
      return issue.message;
  }
}

function sizeOf(origin: string): string {
  if (origin === 'string') return 'text with a length of';
  return origin === 'array' ? 'a list with a length of' : 'a number of';
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

/** What stands there, short, with its kind, since `5` and `"5"` look alike in a message. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return `${text.length > 60 ? `${text.slice(0, 60)}…` : text} (${value === null ? 'null' : Array.isArray(value) ? 'a list' : `${article(typeof value)} ${typeof value}`})`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

function written(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}
