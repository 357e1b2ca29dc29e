// What the site needs of whoever checks the student's work: the grader, in `npm start`. The site never imports it.

import type { ExerciseOnDisk, ReportExercise, ReportSubmission } from '@cookie-lessons/lesson-contract';

/** All of it is optional: without a part, the pages say what is missing. Ids are looked up before they are handed on. */
export interface ExerciseParts {
  readonly checks?: LiveChecks;
  readonly studentApp?: StudentApp;
  /** Opens the exercise's entry, and nothing that a browser names. @returns whether something was started. */
  openInEditor?(id: string): Promise<boolean>;
  /** One line a line, as of a unified diff; null where this copy has no solution. */
  diffToSolution?(id: string): readonly string[] | null;
  /** Puts the starter back. @returns the folder that keeps what was there, null where there was nothing to put back. */
  reset?(id: string): { readonly keptAt: string | null };
}

export interface LiveChecks {
  /** In the order of the course. Runs nothing. */
  standings(): readonly SiteStanding[];
  /** Checks now, or as soon as what is running has ended. */
  ask(ids: readonly string[]): void;
  /** @returns what ends it. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}

export interface SiteStanding {
  readonly onDisk: ExerciseOnDisk;
  /** `changed`: was checked, and its files differ since; the figures are of before. */
  readonly state: 'not-started' | 'started' | 'solved' | 'changed';
  readonly passed: number;
  readonly of: number;
  /** As of the last check. */
  readonly points: { readonly earned: number; readonly possible: number } | null;
  readonly checkedAt: string | null;
  /** A sheet that counts, before it is closed. */
  readonly isWithheld: boolean;
}

export type LiveEvent =
  | { readonly type: 'began'; readonly ids: readonly string[] }
  | ({ readonly type: 'checked'; readonly ids: readonly string[] } & CheckedExercises)
  /** Comes after `checked`: the compiler is slow to start. */
  | { readonly type: 'advised'; readonly typeAdvice: ReadonlyMap<string, readonly string[]> }
  /** The check itself failed; nothing was found out. */
  | { readonly type: 'failed'; readonly why: string }
  /** A file was saved, put back, or the progress was changed elsewhere. */
  | { readonly type: 'standings' };

interface CheckedExercises {
  readonly report: ReportSubmission;
  /** Exercise id -> whose fault it is, where a program doesn't answer as a program. */
  readonly diagnoses: ReadonlyMap<string, SiteDiagnosis>;
  /** Exercise id -> check id -> the last thing that was sent before the check failed. */
  readonly lastExchanges: ReadonlyMap<string, ReadonlyMap<string, SiteExchange>>;
}

interface SiteDiagnosis {
  readonly what: string;
  readonly where: { readonly path: string; readonly line: number } | null;
  readonly repair: string;
}

/** Untrusted text: what the student's program answered. */
interface SiteExchange {
  readonly sent: string;
  readonly cameBack: string;
}

/** What the last check of one exercise gave. */
export interface SiteOutcome {
  readonly report: ReportExercise;
  readonly diagnosis: SiteDiagnosis | null;
  readonly lastExchanges: ReadonlyMap<string, SiteExchange>;
  readonly typeAdvice: readonly string[];
}

/** The student's program, or the exercise's own lab, as `npm run serve` runs it: one at a time. */
export interface StudentApp {
  /** Ends the one before. */
  start(id: string): void;
  stop(): void;
  state(): StudentAppState | null;
  /** Told whenever the state has changed. @returns what ends it. */
  subscribe(listener: () => void): () => void;
}

export interface StudentAppState {
  readonly id: string;
  /** On 127.0.0.1; null until somebody who goes there finds something. */
  readonly port: number | null;
  /** The last lines that it printed, oldest first. Untrusted. */
  readonly lines: readonly string[];
}
