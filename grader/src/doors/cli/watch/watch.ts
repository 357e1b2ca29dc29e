// `npm run check -- --watch`: holds the state, lets update.ts change it, shows it, and does what it asks for.

import type { Course } from '../../../course/load-course';
import type { Diagnosis } from '../../../diagnose/diagnose';
import { type Progress, standingOf } from '../../../progress/progress-file';
import { resetExercise } from '../../../workspace/reset-exercise';
import type { CheckedWorkspace } from '../check-workspace';
import { diagnoseInWorkspace } from '../diagnose-in-workspace';
import { progressOf } from '../note-checks';
import { say, terminalColumns } from '../say';
import { isStarted } from '../workspace';
import { openCheckQueue } from './check-queue';
import { diffToSolution } from './diff-to-solution';
import { drawScreen, headerLine } from './draw-screen';
import { firstState } from './first-state';
import type { Look } from './look';
import { openFile } from './open-file';
import { plainBeginning, plainLines } from './plain-lines';
import { type AppBeside, runApp, runSite } from './run-app';
import { listenToKeys, openScreen, type Terminal } from './terminal';
import { type Effect, type Key, startingApp, update, type WatchEvent } from './update';
import { watchFiles } from './watch-files';
import { type Outcome, rowAt, type WatchState } from './watch-state';

export interface WatchOptions {
  /** Lines instead of a screen; also where no person sits at a terminal. */
  readonly plain: boolean;
  /** Where to begin; where the student is unless given. */
  readonly beginAt: string | null;
}

/** Runs until `q`, Ctrl-C or the end of the terminal; everything it started has ended then. */
export async function watchWorkspace(course: Course, options: WatchOptions): Promise<void> {
  const watch = new Watch(course, options);
  await watch.run();
}

class Watch {
  #state: WatchState;
  #progress: Progress;
  #app: AppBeside | null = null;
  #stopSite: (() => void) | null = null;
  #siteAddress: string | null = null;
  #screen: Terminal | null = null;
  #quit: () => void = () => {};
  readonly #queue;

  constructor(
    private readonly course: Course,
    private readonly options: WatchOptions,
  ) {
    this.#progress = progressOf(course);
    this.#state = firstState(course, this.#known(), options.beginAt);
    this.#queue = openCheckQueue(course, {
      onBegin: (ids) => this.#happened({ type: 'check-began', ids }),
      onChecked: (ids, checked) => this.#checked(ids, checked),
      onProblem: (sentence) => this.#notice(sentence),
      onFailed: (error) => this.#notice(`The check itself failed: ${(error as Error).message}`),
    });
  }

  async run(): Promise<void> {
    const ended = new Promise<void>((resolve) => (this.#quit = resolve));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, this.#quit);
    const onKey = (key: Key): void => this.#happened({ type: 'key', key });
    const stopKeys = this.#isPlain() ? listenToKeys(onKey) : () => {};
    const files = watchFiles(this.course, (ids) => this.#saved(ids));
    if (this.#isPlain()) this.#print(plainBeginning(this.#state, this.#look()));
    else this.#screen = openScreen({ onKey, onResize: () => this.#show() });
    this.#show();
    if (isStartedHere(this.course, this.#state)) this.#queue.ask([rowAt(this.#state).id]);
    try {
      await ended;
    } finally {
      this.#queue.close();
      this.#app?.stop();
      this.#stopSite?.();
      stopKeys();
      this.#screen?.close();
      await files.close();
    }
    say(headerLine(this.#state, { columns: 60, linkRoot: null }).trim());
  }

  #isPlain(): boolean {
    return this.options.plain || process.stdout.isTTY !== true || process.stdin.isTTY !== true;
  }

  #look(): Look {
    return { columns: Math.min(terminalColumns(), 1_000), linkRoot: null };
  }

  #happened(event: WatchEvent): void {
    const before = this.#state;
    const { state, effects } = update(before, event);
    this.#state = state;
    if (this.#isPlain()) this.#print(plainLines(before, state, event, this.#look()));
    this.#show();
    for (const effect of effects) void this.#act(effect);
  }

  #notice(notice: string): void {
    this.#happened({ type: 'notice', notice });
  }

  #print(lines: readonly string[]): void {
    for (const line of lines) say(line);
  }

  #show(): void {
    if (this.#screen === null) return;
    const size = this.#screen.size();
    const { lines, scroll } = drawScreen(this.#state, { ...size, linkRoot: this.course.root });
    this.#state = { ...this.#state, scroll };
    this.#screen.draw(lines);
  }

  async #act(effect: Effect): Promise<void> {
    switch (effect.do) {
      case 'check':
        return this.#queue.ask(effect.ids);
      case 'open-site':
        return this.#openSite(effect.id);
      case 'toggle-app':
        return this.#toggleApp(effect.id);
      case 'stop-app':
        return this.#app?.stop();
      case 'reset':
        return this.#reset(effect.id);
      case 'diff':
        return this.#happened({ type: 'diff', lines: diffToSolution(this.course, effect.id) });
      case 'suspend':
        return this.#screen?.suspend();
      case 'quit':
        return this.#quit();
    }
  }

  #saved(ids: readonly string[]): void {
    this.#happened({ type: 'standings', ...this.#known() });
    this.#happened({ type: 'saved', ids });
  }

  #checked(ids: readonly string[], { report, diagnoses, lastExchanges, typeAdvice }: CheckedWorkspace): void {
    this.#progress = progressOf(this.course, (sentence) => this.#notice(sentence));
    const outcomes = new Map<string, Outcome>(
      report.exercises
        .filter(({ id }) => ids.includes(id))
        .map((exercise) => [
          exercise.id,
          {
            report: exercise,
            diagnosis: diagnoses.get(exercise.id) ?? null,
            lastExchanges: lastExchanges.get(exercise.id) ?? new Map(),
            typeAdvice: [],
          },
        ]),
    );
    this.#happened({ type: 'standings', ...this.#known() });
    this.#happened({ type: 'checked', outcomes });
    void typeAdvice.then((advice) => this.#happened({ type: 'advised', advice }));
  }

  /** What the files say, without running anything. */
  #known(): Pick<WatchState, 'standings' | 'misplaced'> {
    const all = [...this.course.exercises].map(
      ([id, onDisk]) => [id, onDisk, standingOf(this.course, onDisk, this.#progress)] as const,
    );
    const misplaced = all.flatMap(([id, onDisk, { state }]): [string, Diagnosis][] => {
      const found = state === 'not-started' ? diagnoseInWorkspace(this.course, onDisk, null) : null;
      return found === null ? [] : [[id, found]];
    });
    return { standings: new Map(all.map(([id, , standing]) => [id, standing])), misplaced: new Map(misplaced) };
  }

  /** At the exercise on the screen. Started when it is first asked for, and ended with the watch. */
  #openSite(id: string): void {
    if (this.#siteAddress !== null) return void this.#showSite(id, this.#siteAddress);
    if (this.#stopSite !== null) return;
    this.#notice('Starting the site …');
    this.#stopSite = runSite(this.course.root, {
      onAddress: (address) => void this.#showSite(id, (this.#siteAddress = address)),
      onEnd: () => (this.#stopSite = this.#siteAddress = null),
    });
  }

  async #showSite(id: string, address: string): Promise<void> {
    const page = `${address}/exercises/${id}`;
    this.#notice(`The site: ${page}`);
    await openFile(page);
  }

  #toggleApp(id: string): void {
    if (this.#app !== null) return this.#app.stop();
    this.#happened({ type: 'app', id, printed: startingApp });
    this.#app = runApp(this.course.root, id, {
      onPrint: (printed) => this.#happened({ type: 'app', id, printed }),
      onEnd: () => {
        this.#app = null;
        this.#happened({ type: 'app-ended', id });
      },
    });
  }

  #reset(id: string): void {
    const onDisk = this.course.exercises.get(id);
    if (!onDisk) return;
    const { keptAt } = resetExercise(this.course, onDisk, new Date());
    this.#happened({ type: 'standings', ...this.#known() });
    this.#happened({ type: 'saved', ids: [id] });
    this.#notice(keptAt === null ? 'Nothing to reset.' : `The starter is back. Yours is kept in ${keptAt}`);
  }
}

function isStartedHere(course: Course, state: WatchState): boolean {
  const onDisk = course.exercises.get(rowAt(state).id);
  return onDisk !== undefined && isStarted(course, onDisk);
}
