// The last exchange as a few lines to read: what was sent, what came back. Of the headers only those that this course is about.

import type { ProgramRequest, ProgramResponse } from '@cookie-lessons/sandbox';

import type { Asked, Became } from './seen';
import { shortLine, shortValue } from './short-value';
import { thrownIn } from './symptoms-of';

const maxSetCookies = 5;

export function sentText(asked: Asked): string {
  if (asked.by === 'call') return shortLine(`${asked.name}(${asked.args.map((arg) => shortValue(arg, 120)).join(', ')})`);
  const { method, path, headers = {}, body } = asked.request;
  return lines([`${method} ${path}`, ...namedHeaders(headers, ['cookie', 'origin']), bodyText(body)]);
}

export function cameBackText(became: Became | null): string {
  switch (became?.kind) {
    case undefined:
      return 'nothing: the check had ended by then';
    case 'response':
      return responseText(became.response);
    case 'result':
      return shortValue(became.result);
    case 'error':
      return shortLine(errorText(became.error));
  }
}

function namedHeaders(headers: NonNullable<ProgramRequest['headers']>, names: readonly string[]): string[] {
  return Object.entries(headers)
    .filter(([name]) => names.includes(name.toLowerCase()))
    .map(([name, value]) => `${capitalised(name)}: ${typeof value === 'string' ? value : value.join(', ')}`);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

function bodyText(body: ProgramRequest['body']): string {
  return body === undefined ? '' : typeof body === 'string' ? body : `(${body.length} bytes)`;
}

function responseText({ status, headers, text }: ProgramResponse): string {
  const cookies = headers.get('set-cookie') ?? [];
  return lines([
    String(status),
    ...(headers.get('location') ?? []).slice(0, 1).map((value) => `Location: ${value}`),
    ...cookies.slice(0, maxSetCookies).map((value) => `Set-Cookie: ${value}`),
    cookies.length > maxSetCookies ? `… ${cookies.length - maxSetCookies} more cookies` : '',
    status >= 500 ? thrownIn(text) || text : text,
  ]);
}

function errorText(error: unknown): string {
  const { name, message, detail } = error as { name?: unknown; message?: unknown; detail?: unknown };
  if (name === 'ProgramThrew') return String(message).replace(/^Your function threw/, 'it threw');
  return [message, detail].filter((part) => typeof part === 'string' && part !== '').join(' ');
}

function lines(parts: readonly string[]): string {
  return parts
    .map((part) => shortLine(part))
    .filter((part) => part !== '')
    .join('\n');
}
