// A class a visitor; randomUUID for ids; values without prototype; two deadlines instead of two points in time.
import { randomUUID } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

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

interface Kept {
  values: Record<string, string>;
  idleUntil: number;
  deadline: number;
}

class Visit implements Session {
  private id: string;
  private kept: Kept | undefined;

  constructor(
    req: Request,
    private readonly res: Response,
    private readonly options: SessionOptions,
  ) {
    this.tidyUp();
    this.id = String(req.cookies.session ?? '');
    this.kept = this.store.get(this.id);
    if (this.kept) this.kept.idleUntil = Date.now() + options.idleMs;
  }

  get(name: string): unknown {
    const text = this.kept?.values[name];
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  set(name: string, value: unknown): void {
    if (!this.kept) {
      const now = Date.now();
      this.kept = {
        values: Object.create(null) as Record<string, string>,
        idleUntil: now + this.options.idleMs,
        deadline: now + this.options.absoluteMs,
      };
      this.issue();
    }
    this.kept.values[name] = JSON.stringify(value);
  }

  delete(name: string): void {
    if (this.kept) delete this.kept.values[name];
  }

  renew(): void {
    if (!this.kept) return;
    this.store.delete(this.id);
    this.issue();
  }

  end(): void {
    this.kept = undefined;
    this.store.delete(this.id);
    this.res.clearCookie('session');
  }

  private get store(): Map<string, Kept> {
    return this.options.store as Map<string, Kept>;
  }

  private issue(): void {
    this.id = randomUUID();
    if (this.kept) this.store.set(this.id, this.kept);
    // The browser may forget it at the deadline; the server will.
    const seconds = Math.ceil(((this.kept?.deadline ?? 0) - Date.now()) / 1000);
    this.res.cookie('session', this.id, { httpOnly: true, sameSite: 'strict', maxAge: seconds * 1000 });
  }

  private tidyUp(): void {
    const now = Date.now();
    this.store.forEach(({ idleUntil, deadline }, id) => {
      if (now > idleUntil || now > deadline) this.store.delete(id);
    });
  }
}

export function createSessions(options: SessionOptions): RequestHandler {
  return (req, res, next) => {
    res.locals.session = new Visit(req, res, options);
    next();
  };
}
