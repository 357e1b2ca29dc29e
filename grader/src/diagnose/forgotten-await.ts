// A promise was sent or returned where its value should have been.

import type { Symptom } from '../run-checks/symptom';
import type { Case, Diagnosis, Place } from './diagnosis';
import { codeOf, literally } from './source-text';

type PromiseSent = Symptom & { kind: 'promise-sent' };

interface UnawaitedCall {
  readonly name: string;
  readonly place: Place;
}

export function forgottenAwait({ run, files }: Case): Diagnosis | null {
  const sent = run?.symptoms.filter((symptom): symptom is PromiseSent => symptom.kind === 'promise-sent') ?? [];
  if (sent.length === 0) return null;
  const calls = unawaitedCalls(files);
  // An empty object may be meant; only beside a call that lacks its await it is taken for a promise.
  const symptom = sent.find(({ isSure }) => isSure) ?? (calls.length > 0 ? sent[0] : undefined);
  if (symptom === undefined) return null;
  const call = calls.length === 1 ? calls[0] : undefined;
  return {
    id: 'forgotten-await',
    what: whatWasSent(symptom),
    where: call?.place ?? null,
    repair: `Write await in front of ${call === undefined ? 'the call that gives the promise' : `${call.name}(…)`}; the function it stands in must then be async.`,
  };
}

function whatWasSent({ in: where, what }: PromiseSent): string {
  switch (where) {
    case 'cookie':
      return `${what ?? 'A request'} set a cookie to a promise instead of to its value.`;
    case 'response':
      return `${what ?? 'A request'} was answered with a promise where its value should be.`;
    case 'result':
      return 'Your function returned a promise inside of its result, where the value should be.';
  }
}

/** Calls of the program's own async functions whose value is used without await. At most one a line. */
function unawaitedCalls(files: ReadonlyMap<string, string>): readonly UnawaitedCall[] {
  const found: UnawaitedCall[] = [];
  for (const [path, source] of files) {
    const code = codeOf(source);
    const names = asyncNames(code);
    if (names.length === 0) continue;
    const call = new RegExp(`(?<![\\w.])(${names.map(literally).join('|')})\\s*\\(`);
    code.split('\n').forEach((text, index) => {
      const [, name] = call.exec(text) ?? [];
      if (name !== undefined && usesUnawaited(text, name)) found.push({ name, place: { path, line: index + 1 } });
    });
  }
  return found;
}

function asyncNames(code: string): readonly string[] {
  const declared = code.matchAll(/\basync\s+function\s+(\w+)|\b(?:const|let)\s+(\w+)(?:\s*:[^=\n]+)?\s*=\s*async\b/g);
  const typed = code.matchAll(/\bfunction\s+(\w+)\s*\([^()]*\)\s*:\s*Promise</g);
  return [...new Set([...declared, ...typed].map(([, first, second]) => first ?? second ?? ''))].filter((name) => name !== '');
}

/** Not its declaration, not awaited or handed on, and not a statement of its own, which nobody waits for on purpose. */
function usesUnawaited(text: string, name: string): boolean {
  const before = text.slice(0, text.search(new RegExp(`(?<![\\w.])${literally(name)}\\s*\\(`)));
  const isDeclared = /\bfunction\s*$/.test(before);
  const isHandedOn = /\b(await|return|void|yield)\s*\(?\s*$|=>\s*$|\bPromise\.\w+\(\s*\[?[^)]*$/.test(before);
  const isThenned = /\)\s*\.\s*(then|catch|finally)\b/.test(text.slice(before.length));
  return !isDeclared && !isHandedOn && !isThenned && before.trim() !== '';
}
