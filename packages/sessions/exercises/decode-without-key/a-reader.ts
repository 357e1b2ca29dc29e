// Hands cookies to the student's decoder, and says in words what it made of them.

import { type CheckContext, demand } from '@cookie-lessons/check-kit';

import type { Session } from './a-flask-server';
import type * as harness from './harness/many';
import type { Decoded } from './harness/many';
import { shortenTexts } from './harness/shorten-texts';
import { isSame, isSameMoment } from './same-session';

type Functions = CheckContext['functions'];
export type Part = 'data' | 'issuedAt' | 'compressed';

/** One call across the wall carries 64 KiB. */
const maxCharacters = 50_000;

/** Decodes all, in as few calls as carry them. */
export async function decodeAll(functions: Functions, cookies: readonly string[]): Promise<Decoded[]> {
  const decoded: Decoded[] = [];
  for (let from = 0, to = 0; from < cookies.length; from = to) {
    for (let characters = 0; to < cookies.length && (to === from || characters + length(cookies[to]) <= maxCharacters); to++)
      characters += length(cookies[to]);
    decoded.push(...(await functions<typeof harness>().decodeMany(cookies.slice(from, to))));
  }
  return decoded;
}

function length(text: string | undefined): number {
  return text?.length ?? 0;
}

/** The honest customer: fails the check unless each session is read, as far as `parts` go. */
export async function readHonestly(functions: Functions, sessions: readonly Session[], parts: readonly Part[]): Promise<void> {
  const cookies = sessions.map(({ cookie }) => cookie);
  const decoded = await decodeAll(functions, cookies);
  sessions.forEach((session, index) => {
    const wrong = whatIsWrong(session, decoded[index] ?? {}, parts);
    demand(wrong === null, `decode("${shortly(session.cookie)}") ${wrong}.`);
  });
}

/** The end of a sentence, or null where a session was read right. */
export function whatIsWrong(session: Session, decoded: Decoded, parts: readonly Part[]): string | null {
  const { returned, threw } = decoded;
  if (threw !== undefined || typeof returned !== 'object' || returned === null)
    return `${whatItDid(decoded)} instead of an object with data, issuedAt and compressed`;
  const { data, issuedAt, compressed } = returned as Readonly<Record<Part, unknown>>;
  const raw = shortenTexts(session.raw);
  if (parts.includes('data') && !isSame(raw, data)) return `should find the data ${quoted(raw)}, but it found ${quoted(data)}`;
  if (parts.includes('issuedAt') && !isSameMoment(session.seconds, issuedAt))
    return `should have as issuedAt ${quoted(new Date(session.seconds * 1000))} or the number of it, but it has ${quoted(issuedAt)}`;
  if (parts.includes('compressed') && compressed !== session.compressed)
    return `should have compressed: ${session.compressed}, but it has ${quoted(compressed)}`;
  return null;
}

/** The end of a sentence: what decode did. */
export function whatItDid({ returned, threw }: Decoded): string {
  return threw === undefined ? `returned ${quoted(returned)}` : `threw ${threw}`;
}

/** A value as it would stand in code, if that is short. */
function quoted(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : `the Date ${value.toISOString()}`;
  const text =
    JSON.stringify(value, (_name, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? String(value);
  return shortly(text, 160);
}

export function shortly(text: string, maxLength = 70): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
