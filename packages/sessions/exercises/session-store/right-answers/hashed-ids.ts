// The store holds hashes of ids, and texts: whoever reads it can open no session.
import { createHash, randomBytes } from 'node:crypto';

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

interface Row {
  pairs: [string, unknown][];
  from: number;
  last: number;
}
const hash = (id: string) => createHash('sha256').update(id).digest('base64');

export const createSessions = ({ store, idleMs, absoluteMs }: SessionOptions): RequestHandler => {
  const load = (key: string): Row | null => {
    const text = store.get(key);
    if (typeof text !== 'string') return null;
    const row = JSON.parse(text) as Row;
    const now = Date.now();
    return now <= row.last + idleMs && now <= row.from + absoluteMs ? row : null;
  };
  const save = (key: string, row: Row) => void store.set(key, JSON.stringify(row));
  return (req, res, next) => {
    let key = hash(String(req.cookies['__Host-sid'] ?? ''));
    let row = load(key);
    if (row) save(key, (row = { ...row, last: Date.now() }));
    const begin = (data: Row) => {
      const id = randomBytes(16).toString('hex');
      key = hash(id);
      row = data;
      save(key, row);
      res.append('Set-Cookie', `__Host-sid=${id}; Path=/; Secure; HttpOnly; SameSite=Strict`);
    };
    const session: Session = {
      get: (name) => row?.pairs.find(([known]) => known === name)?.[1],
      set: (name, value) => {
        for (const other of [...store.keys()]) if (!load(other)) store.delete(other);
        const pairs: [string, unknown][] = [...(row?.pairs ?? []).filter(([known]) => known !== name), [name, value]];
        if (row) save(key, (row = { ...row, pairs: JSON.parse(JSON.stringify(pairs)) as Row['pairs'] }));
        else begin({ pairs: JSON.parse(JSON.stringify(pairs)) as Row['pairs'], from: Date.now(), last: Date.now() });
      },
      delete: (name) => {
        if (row) save(key, (row = { ...row, pairs: row.pairs.filter(([known]) => known !== name) }));
      },
      renew: () => {
        if (!row) return;
        store.delete(key);
        begin(row);
      },
      end: () => {
        store.delete(key);
        if (row) res.append('Set-Cookie', '__Host-sid=; Path=/; Secure; HttpOnly; Max-Age=0');
        row = null;
      },
    };
    res.locals.session = session;
    next();
  };
};
