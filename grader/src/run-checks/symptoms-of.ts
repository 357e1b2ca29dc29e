// What is odd about one exchange of a check that failed.

import type { CheckOutcome } from '@cookie-lessons/lesson-contract';
import type { ProgramFault, ProgramThrew } from '@cookie-lessons/sandbox';

import type { Asked, Seen } from './seen';
import { shortLine } from './short-value';
import type { Symptom } from './symptom';

const maxMessageLength = 300;

/** @param isVisible what a check asks that only the instructor has is not told. @param fault the check's, which may end before an answer. */
export function symptomsOf({ asked, became }: Seen, isVisible: boolean, fault: CheckOutcome['fault']): readonly Symptom[] {
  const what = isVisible
    ? shortLine(asked.by === 'call' ? asked.name : `${asked.request.method} ${asked.request.path}`, 80)
    : null;
  switch (became?.kind) {
    case undefined:
      return fault === 'timed-out' ? [{ kind: 'no-answer', to: asked.by, what, wasBusy: null }] : [];
    case 'error':
      return ofError(became.error as Error, asked, what);
    case 'result':
      return ofResult(became.result, what);
    case 'response':
      return ofResponse(became.response, what, asked);
  }
}

/** @returns the first error that a text tells of, e.g. `TypeError: x is not a function`; empty when there is none. */
export function thrownIn(text: string): string {
  const [found = ''] = /\b([A-Z]\w*)?Error: [^\n]+/.exec(plainText(text)) ?? [];
  return shortLine(found, maxMessageLength);
}

function ofError(error: Error, asked: Asked, what: string | null): readonly Symptom[] {
  if (error.name === 'ProgramThrew') return ofThrown(error as ProgramThrew);
  if (error.name !== 'ProgramFault') return [];
  const { code, detail, wasBusy } = error as ProgramFault;
  switch (code) {
    case 'nothing-exported':
      return [{ kind: 'nothing-exported', exports: names(detail) }];
    case 'no-such-function':
      return asked.by === 'call' ? [{ kind: 'no-such-function', name: asked.name, exports: names(detail) }] : [];
    case 'timed-out':
      return [{ kind: 'no-answer', to: asked.by, what, wasBusy }];
    case 'crashed':
    case 'out-of-memory':
    case 'too-much-output':
      return [{ kind: 'process-ended', because: code, what, lastWords: thrownIn(detail) }];
    case 'not-by-value':
      return detail === 'a promise' ? [{ kind: 'promise-sent', in: 'result', what, isSure: true }] : [];
    default:
      return [];
  }
}

/** Our own code around a student's functions says in these words that one of them is missing; see the exercises' harness/. */
function ofThrown({ thrown: { message } }: ProgramThrew): readonly Symptom[] {
  const [, name] = /^\S+ exports no function called "(\w+)"\.$/.exec(message) ?? [];
  return name === undefined ? [] : [{ kind: 'no-such-function', name, exports: [] }];
}

function ofResponse(
  { status, headers, text }: { status: number; headers: ReadonlyMap<string, readonly string[]>; text: string },
  what: string | null,
  asked: Asked,
): readonly Symptom[] {
  const symptoms: Symptom[] = [];
  // Our own code around a student's app answers so where the app can't be loaded; see the exercises' harness/.
  const [, why] = /^\S+\.ts did not start: (.*)/s.exec(text) ?? [];
  if (status >= 500 && why !== undefined) return [{ kind: 'did-not-start', detail: why.slice(0, maxMessageLength) }];
  if (status >= 500) symptoms.push({ kind: 'handler-threw', what, body: bodyKind(asked), message: thrownIn(text) });
  const cookies = headers.get('set-cookie') ?? [];
  const isJson = (headers.get('content-type') ?? []).some((type) => type.includes('json'));
  if (cookies.some(saysPromise)) symptoms.push({ kind: 'promise-sent', in: 'cookie', what, isSure: true });
  if (cookies.some((cookie) => /^[^=;]+=(j%3A)?%7B%7D/.test(cookie))) symptoms.push({ kind: 'promise-sent', in: 'cookie', what, isSure: false }); // prettier-ignore
  if (saysPromise(text) || (headers.get('location') ?? []).some(saysPromise))
    symptoms.push({ kind: 'promise-sent', in: 'response', what, isSure: true });
  if (isJson && /(^|[[:,])\{\}/.test(text)) symptoms.push({ kind: 'promise-sent', in: 'response', what, isSure: false });
  return symptoms;
}

function bodyKind(asked: Asked): 'form' | 'json' | null {
  if (asked.by === 'call' || asked.request.body === undefined) return null;
  const type = Object.entries(asked.request.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return String(type).includes('json') ? 'json' : String(type).includes('form-urlencoded') ? 'form' : null;
}

function ofResult(result: unknown, what: string | null): readonly Symptom[] {
  // The same code can be asked why an app refused to start; a module that isn't there is no refusal.
  if (typeof result === 'string' && /^Cannot find '.+', imported by |^'.+' can't be loaded here\./.test(result))
    return [{ kind: 'did-not-start', detail: result.slice(0, maxMessageLength) }];
  const found = promiseIn(result);
  return found === null ? [] : [{ kind: 'promise-sent', in: 'result', what, isSure: found === 'said' }];
}

function saysPromise(text: string): boolean {
  return text.includes('[object Promise]') || /%5Bobject(%20|\+)Promise%5D/i.test(text);
}

/** `said`: a text says so. `empty`: an empty object, which may be one. */
function promiseIn(value: unknown, depth = 0): 'said' | 'empty' | null {
  if (typeof value === 'string') return saysPromise(value) ? 'said' : null;
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  const items = Object.values(value).slice(0, 100) as unknown[];
  const isPlain = Object.getPrototypeOf(value) === null;
  if (items.length === 0) return isPlain && depth > 0 ? 'empty' : null;
  const found = items.map((item) => promiseIn(item, depth + 1));
  return found.find((one) => one === 'said') ?? found.find((one) => one === 'empty') ?? null;
}

/** Express puts an error's stack into a page. */
function plainText(text: string): string {
  return text
    .slice(0, 20_000)
    .replaceAll('<br>', '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function names(detail: string): readonly string[] {
  return detail === '' ? [] : detail.split(', ').slice(0, 20);
}
