// Who is at a lab's bench. A cookie of ours would stand among those that are looked at, so browsers are told apart by what they
// call themselves; two windows of one browser share a bench.

import type { Request } from 'express';

import { CookieRecord } from '../../inspector/cookie-record';
import type { Exchange } from './exchange';

export interface Visit<State> {
  readonly record: CookieRecord;
  /** Latest first. */
  exchanges: readonly Exchange[];
  state: State;
}

const mostVisits = 20;

export class Visits<State> {
  readonly #visits = new Map<string, Visit<State>>();

  constructor(private readonly begin: () => State) {}

  of(req: Request): Visit<State> {
    const browser = req.get('user-agent') ?? '';
    const known = this.#visits.get(browser);
    if (known) return known;
    const [oldest] = this.#visits.keys();
    if (this.#visits.size >= mostVisits && oldest !== undefined) this.#visits.delete(oldest);
    const visit = { record: new CookieRecord(), exchanges: [], state: this.begin() };
    this.#visits.set(browser, visit);
    return visit;
  }

  /** The bench as it was before anything happened. What the browser keeps is another matter. */
  reset(req: Request): void {
    const visit = this.of(req);
    visit.record.forget();
    visit.exchanges = [];
    visit.state = this.begin();
  }
}
