// What the checks have shown since the site was started, by exercise; and who wants to hear of it.

import type { LiveChecks, LiveEvent, SiteOutcome, SiteStanding } from './live-checks';

export interface Outcomes {
  standingOf(id: string): SiteStanding | null;
  standings(): readonly SiteStanding[];
  outcomeOf(id: string): SiteOutcome | null;
  isChecking(id: string): boolean;
  /** Why the last check of anything gave nothing; empty when it gave something. */
  trouble(): string;
  /** @param listener gets the event when this page's knowledge has it already. @returns what ends it. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}

export function keepOutcomes(checks: LiveChecks): Outcomes {
  const outcomes = new Map<string, SiteOutcome>();
  const checking = new Set<string>();
  const listeners = new Set<(event: LiveEvent) => void>();
  let trouble = '';
  checks.subscribe((event) => {
    if (event.type === 'began') for (const id of event.ids) checking.add(id);
    if (event.type === 'checked') {
      trouble = '';
      for (const id of event.ids) checking.delete(id);
      for (const [id, outcome] of outcomesIn(event)) outcomes.set(id, outcome);
    }
    if (event.type === 'advised') {
      for (const [id, typeAdvice] of event.typeAdvice) {
        const outcome = outcomes.get(id);
        if (outcome) outcomes.set(id, { ...outcome, typeAdvice });
      }
    }
    if (event.type === 'failed') {
      trouble = event.why;
      checking.clear();
    }
    for (const listener of listeners) listener(event);
  });
  return {
    standings: () => checks.standings(),
    standingOf: (id) => checks.standings().find(({ onDisk }) => onDisk.exercise.id === id) ?? null,
    outcomeOf: (id) => outcomes.get(id) ?? null,
    isChecking: (id) => checking.has(id),
    trouble: () => trouble,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function outcomesIn(event: LiveEvent & { type: 'checked' }): readonly (readonly [string, SiteOutcome])[] {
  const { ids, report, diagnoses, lastExchanges } = event;
  return report.exercises
    .filter(({ id }) => ids.includes(id))
    .map((exercise) => [
      exercise.id,
      {
        report: exercise,
        diagnosis: diagnoses.get(exercise.id) ?? null,
        lastExchanges: lastExchanges.get(exercise.id) ?? new Map(),
        typeAdvice: [],
      },
    ]);
}
