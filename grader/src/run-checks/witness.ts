// Stands between a check and the program: remembers what was sent and what came back, and what was odd about it.
// While all goes well it only keeps references; texts are made, and the program is asked what it printed, when a check has failed.

import type { CheckOutcome, Exercise } from '@cookie-lessons/lesson-contract';
import { type Program, ProgramFault } from '@cookie-lessons/sandbox';

import { cameBackText, sentText } from './exchange-text';
import type { Exchange } from './exercise-run';
import type { Asked, Became, Seen } from './seen';
import type { Symptom } from './symptom';
import { symptomsOf, thrownIn } from './symptoms-of';

/** Of one check; of one that asks more, the latest. */
const maxSeen = 100;
const maxSymptoms = 20;

export class Witness {
  /** Check id -> its last exchange, of visible checks that failed. */
  readonly lastExchanges = new Map<string, Exchange>();
  readonly #symptoms = new Map<string, Symptom>();
  #seen: Seen[] = [];
  #program: Program | null = null;
  /** A check has failed: what is asked from now on only looks for the reason. */
  #isFailing = false;
  #hasAskedForOutput = false;
  #waitsForOutput: Promise<void> | null = null;

  constructor(private readonly exercise: Exercise) {}

  get symptoms(): readonly Symptom[] {
    return [...this.#symptoms.values()];
  }

  /** @returns the program as a check should have it. */
  watch(program: Program): Program {
    this.#program = program;
    return {
      request: (request) =>
        this.#see({ by: 'request', request }, program.request(request), (response) => ({ kind: 'response', response })),
      call: (name, args) =>
        this.#see({ by: 'call', name, args }, program.call(name, args), (result) => ({ kind: 'result', result })),
      setClock: (nowMs) => program.setClock(nowMs),
      output: () => program.output(),
    };
  }

  didNotStart(error: unknown): void {
    if (error instanceof ProgramFault) this.#add({ kind: 'did-not-start', detail: error.detail });
  }

  /** A check has just failed; what it still asks is no part of what made it fail. */
  failing(): void {
    this.#isFailing = true;
  }

  /** A check is over. */
  note({ checkId, outcome, fault }: CheckOutcome): void {
    const seen = this.#seen;
    this.#seen = [];
    this.#isFailing = false;
    if (this.#program?.listensItself === true) this.#add({ kind: 'listens-itself' });
    if (outcome !== 'failed') return;
    const isVisible = this.exercise.checks.some(({ id, visible }) => id === checkId && visible);
    const last = seen.at(-1);
    if (isVisible && last) this.lastExchanges.set(checkId, { sent: sentText(last.asked), cameBack: cameBackText(last.became) });
    for (const one of seen) for (const symptom of symptomsOf(one, isVisible, fault)) this.#add(symptom);
    this.#askForOutput();
  }

  /** To be waited for before another program takes the place of this one. At most once an exercise there is something to wait for. */
  async settled(): Promise<void> {
    await this.#waitsForOutput;
    this.#waitsForOutput = null;
  }

  async #see<T>(asked: Asked, answer: Promise<T>, became: (answer: T) => Became): Promise<T> {
    const seen: Seen = { asked, became: null };
    if (!this.#isFailing && this.#seen.push(seen) > maxSeen) this.#seen.shift();
    try {
      const answered = await answer;
      seen.became = became(answered);
      return answered;
    } catch (error) {
      seen.became = { kind: 'error', error };
      throw error;
    }
  }

  /** A handler threw and its response didn't say what: its framework has printed it. */
  #askForOutput(): void {
    const untold = this.symptoms.find((symptom) => symptom.kind === 'handler-threw' && symptom.message === '');
    if (untold === undefined || this.#hasAskedForOutput || this.#program === null) return;
    this.#hasAskedForOutput = true;
    this.#waitsForOutput = this.#program.output().then(
      (printed) => this.#add({ ...untold, message: thrownIn(printed) } as Symptom),
      // It is gone, or says no more: then there is nothing to tell.
      () => {},
    );
  }

  #add(symptom: Symptom): void {
    if (this.#symptoms.size < maxSymptoms) this.#symptoms.set(JSON.stringify(symptom), symptom);
  }
}
