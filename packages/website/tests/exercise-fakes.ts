// The grader, the student's app and the student's answers, as a test wants them to be.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { ReportExercise, ReportSubmission } from '@cookie-lessons/lesson-contract';
import type { SheetAnswers } from '@cookie-lessons/question-bank';

import type { LiveChecks, LiveEvent, SiteQuiz, SiteStanding, StudentApp, StudentAppState } from '../src';
import { readCourse } from './read-course';

type State = SiteStanding['state'];

/** Says what a test tells it to say, as if somebody had saved a file and its checks had run. */
export class FakeChecks implements LiveChecks {
  readonly asked: string[] = [];
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #states = new Map<string, { state: State; passed: number; of: number }>();

  standings(): readonly SiteStanding[] {
    return [...readCourse().exercises.values()].map((onDisk) => {
      const { checks } = onDisk.exercise;
      const known = this.#states.get(onDisk.exercise.id) ?? { state: 'not-started' as const, passed: 0, of: checks.length };
      const isChecked = known.passed > 0 || known.state === 'solved';
      const possible = checks.reduce((sum, { points }) => sum + points, 0);
      const earned = checks.slice(0, known.passed).reduce((sum, { points }) => sum + points, 0);
      return { ...known, onDisk, points: isChecked ? { earned, possible } : null, checkedAt: isChecked ? '2026-11-01T10:00:00.000Z' : null, isWithheld: false }; // prettier-ignore
    });
  }

  ask(ids: readonly string[]): void {
    this.asked.push(...ids);
  }

  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  saved(id: string): void {
    this.#states.set(id, { state: 'changed', passed: this.#states.get(id)?.passed ?? 0, of: checksOf(id).length });
    this.tell({ type: 'standings' });
    this.tell({ type: 'began', ids: [id] });
  }

  /** The first `passed` checks pass, the next ones fail with the exercise's first misconception. */
  checked(id: string, passed: number, answered = '<p>Welcome to the bakery!</p>'): void {
    const checks = checksOf(id);
    this.#states.set(id, { state: passed === checks.length ? 'solved' : 'started', passed, of: checks.length });
    const failed = checks[passed]?.id;
    const exchange = { sent: 'GET / HTTP/1.1\nCookie: seen=yes', cameBack: `HTTP/1.1 200 OK\n\n${answered}` };
    const lastExchanges = new Map([[id, new Map(failed === undefined ? [] : [[failed, exchange]])]]);
    this.tell({ type: 'checked', ids: [id], report: reportOf(id, passed), diagnoses: new Map(), lastExchanges });
  }

  tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function checksOf(id: string): readonly { readonly id: string; readonly points: number }[] {
  return readCourse().exercises.get(id)?.exercise.checks ?? [];
}

function reportOf(id: string, passed: number): ReportSubmission {
  const { checks, misconceptions } = readCourse().exercises.get(id)?.exercise ?? { checks: [], misconceptions: [] };
  const [belief] = misconceptions;
  const exercise: ReportExercise = {
    ...{ id, state: 'graded', seconds: 1, endedBecause: 'answered', advice: [], points: { earned: 0, possible: 0 } },
    checks: checks.map((check, index) => ({
      ...{ id: check.id, sentence: check.sentence, visible: check.visible, outcome: index < passed ? 'passed' : 'failed' },
      points: { earned: index < passed ? check.points : 0, possible: check.points },
      feedback:
        index < passed || !belief
          ? { misconception: null, message: '', section: check.section }
          : { misconception: belief.id, message: belief.message, section: belief.section },
    })),
  };
  return {
    ...{ student: { id: 'ada', name: 'Ada' }, members: [], assignment: null, attempt: 1, late: { seconds: 0, deduction: 0 } },
    ...{ seed: '', source: 'exercises', contentHash: '', receivedAt: null, verdict: 'graded', reason: '', points: null },
    exercises: [exercise],
  };
}

/** A real program on a real port, started and stopped as the grader would. */
export class FakeStudentApp implements StudentApp {
  #state: StudentAppState | null = null;
  #server: Server | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly program: RequestListener) {}

  start(id: string): void {
    this.stop();
    this.#set({ id, port: null, lines: [] });
    const server = createServer(this.program);
    this.#server = server;
    server.listen(0, '127.0.0.1', () => this.#set({ id, port: (server.address() as AddressInfo).port, lines: ['Listening.'] }));
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = null;
    this.#set(null);
  }

  state(): StudentAppState | null {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #set(state: StudentAppState | null): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The course's real questions; answers are kept in memory. */
export function quizInMemory(studentId = 'ada'): SiteQuiz & { readonly kept: Map<string, SheetAnswers> } {
  const kept = new Map<string, SheetAnswers>();
  return {
    kept,
    // By its path, as the grader does it: the site's package knows no lesson.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which file it is is known only now
    quiz: require(join(readCourse().root, 'packages', 'understanding-checks', 'quiz.ts')) as SiteQuiz['quiz'],
    lessonId: 'understanding-checks',
    studentId: () => studentId,
    readAnswers: (sheet) => kept.get(sheet) ?? { student: '', attempt: 1, answers: {} },
    keepAnswers: (sheet, answers) => void kept.set(sheet, answers),
  };
}
