// Rows are never changed, only replaced; getRandomValues; the cookie read by hand and signed by nobody.
import { webcrypto } from 'node:crypto';

import type { RequestHandler } from 'express';

export interface Session {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  delete(name: string): void;
  renew(): void;
  end(): void;
}
export interface SessionOptions {
  store: Map<string, unknown>;
  idleMs: number;
  absoluteMs: number;
}

type Row = Readonly<{ json: string; born: number; touched: number }>;

export function createSessions(options: SessionOptions): RequestHandler {
  const rows = options.store as Map<string, Row>;
  const alive = (row: Row | undefined): row is Row =>
    row !== undefined && !(row.touched + options.idleMs < Date.now() || row.born + options.absoluteMs < Date.now());
  const newId = () => Array.from(webcrypto.getRandomValues(new Uint32Array(6)), (n) => n.toString(36).padStart(7, '0')).join('');

  return function sessions(req, res, next) {
    let [id = ''] = (/(?:^|;\s*)s=([0-9a-z]+)(?=;|$)/.exec(req.headers.cookie ?? '') ?? []).slice(1);
    const row = () => (alive(rows.get(id)) ? rows.get(id) : undefined);
    const values = () => new Map<string, unknown>(JSON.parse(row()?.json ?? '[]') as [string, unknown][]);
    const write = (change: Partial<Row>) =>
      void rows.set(id, { born: Date.now(), touched: Date.now(), json: '[]', ...row(), ...change });
    const tell = (text: string) => res.setHeader('Set-Cookie', `s=${text}; HttpOnly; SameSite=Lax; Path=/`);
    if (row()) write({ touched: Date.now() });
    else id = '';
    res.locals.session = {
      get: (name) => values().get(name),
      set(name, value) {
        if (id === '') {
          for (const [old, entry] of rows) if (!alive(entry)) rows.delete(old);
          tell((id = newId()));
        }
        write({ json: JSON.stringify([...values().set(name, value)]) });
      },
      delete(name) {
        const left = values();
        if (left.delete(name)) write({ json: JSON.stringify([...left]) });
      },
      renew() {
        const old = row();
        if (!old) return;
        rows.delete(id);
        rows.set((id = newId()), old);
        tell(id);
      },
      end() {
        if (id === '') return;
        rows.delete(id);
        tell('; Max-Age=0');
        id = '';
      },
    } satisfies Session;
    next();
  };
}
