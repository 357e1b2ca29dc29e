// The lesson text as its tests have it: its pages, its code blocks, and what stands behind them.

import { join } from 'node:path';

import { loadSnippet, readPages, snippetsOf } from '@cookie-lessons/lesson-proof';
import { expect, test } from '@jest/globals';
import cookieSession from 'cookie-session';
import express, { type Express, type Request, type RequestHandler } from 'express';
import expressSession from 'express-session';

import type { Answer } from './play';

export const pages = readPages(join(__dirname, '..', '..'));
const snippets = new Map(
  snippetsOf(pages).flatMap((each) => (each.marked ? [[`${each.language} ${each.name}`, each] as const] : [])),
);
export const sessionKey = 'a key for the tests of this text';
process.env.SESSION_KEY = sessionKey;
process.env.COOKIE_KEY = 'vector-secret';
export const reference = 'eyJ0b3RhbCI6IjEyNS40NyJ9.ZVPxAA.OD9baX7dM5uy_qzuZWLaABlBCQY';
export const tried = new Set<string>();

/** A TypeScript snippet, loaded anew. */
export function snippet(name: string): Record<string, unknown> {
  tried.add(`ts ${name}`);
  return loadSnippet(snippets.get(`ts ${name}`)?.code ?? '', __filename);
}
export const appOf = (name: string): Express => snippet(name).default as Express;

/** A sentence of a page, and what shows that it is true. */
export function claim(page: string, says: string | readonly string[], show: () => void | Promise<void>): void {
  test(`${page}: ${[says].flat()[0]}`, async () => {
    for (const words of [says].flat()) expect(pages.get(page)).toContain(words);
    await show();
  });
}

/** An app of a few routes behind some middleware. */
export function appWith(middleware: readonly RequestHandler[], routes: Readonly<Record<string, RequestHandler>>): Express {
  const app = express();
  app.use(...middleware);
  for (const [path, handler] of Object.entries(routes)) app.get(path, handler);
  return app;
}
export const sessionOnServer = (options = {}): RequestHandler =>
  expressSession({ secret: sessionKey, resave: false, saveUninitialized: false, ...options });
export const sessionInCookie = (): RequestHandler => cookieSession({ keys: [sessionKey] });

/** What the apps of this test store in their sessions, whichever package keeps them. */
export interface Stored {
  user?: string;
  cart?: string[];
  zip?: string;
  note?: string;
  total?: number | string;
  visits?: number;
  a?: number;
}
export const cookiesOf = (req: Request): Readonly<Record<string, unknown>> => req.cookies as Record<string, unknown>;
export const signedOf = (req: Request): Readonly<Record<string, unknown>> => req.signedCookies as Record<string, unknown>;
export const stored = (req: Request): Stored => (req as unknown as { session: Stored }).session;
export const replace = <Value extends Stored | null>(req: Request, value: Value): Value =>
  ((req as unknown as { session: Value }).session = value);
export const bodies = (answers: readonly Answer[]): readonly string[] => answers.map(({ body }) => body);
