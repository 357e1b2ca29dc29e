// The progress file to take along: downloaded here, brought back there. Asks before it replaces anything.

import { json, Router } from 'express';

import type { Room } from '../create-site';
import { html, type Html } from '../html';
import { renderPage } from '../layout/page';
import { type MergedProgress, mergeProgress, type NotedByExercise, type SiteNotedExercise } from './merge-progress';

/** The one file that the terminal reads and writes, too. Notes are handed through as they are. */
export interface SharedProgress<Noted extends SiteNotedExercise = SiteNotedExercise> {
  read(): NotedByExercise<Noted>;
  /** @returns null for anything but a whole progress file that can be used. */
  parse(text: string): NotedByExercise<Noted> | null;
  /** Reads and writes while nobody else does. */
  change(act: (now: NotedByExercise<Noted>) => NotedByExercise<Noted>): void;
}

const fileName = 'cookie-lessons-progress.json';
const maxFile = '1mb';

export function progressRoutes({ course, progress, token, ownPagesOnly }: Room): Router {
  const router = Router();
  const known = new Set(course.exercises.keys());
  router.get('/progress', (_req, res) => {
    const main = progress ? progressMain(Object.keys(progress.read()).length) : html`<h1>Your progress</h1><p>Start the site with <code>npm start</code> to see it.</p>`; // prettier-ignore
    res.set('cache-control', 'no-store');
    res.send(renderPage({ title: 'Your progress', main, token, path: '/exercises', styles: ['exercises'], scripts: ['exercise-progress'] })); // prettier-ignore
  });
  router.get(`/progress/${fileName}`, (_req, res, next) => {
    if (!progress) return next();
    res.set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${fileName}"` });
    res.type('json').send(`${JSON.stringify({ version: 1, exercises: progress.read() }, null, 2)}\n`);
  });
  router.post('/api/progress', ownPagesOnly, json({ limit: maxFile }), (req, res, next) => {
    if (!progress) return next();
    const { text, replace } = (req.body ?? {}) as { text?: unknown; replace?: unknown };
    const brought = typeof text === 'string' ? progress.parse(text) : null;
    if (brought === null) return void res.status(422).json({ said: 'This is no progress file of the course, or not a whole one. Nothing was changed.' }); // prettier-ignore
    const wouldBe = mergeProgress(progress.read(), brought, known);
    if (wouldBe.replaced.length > 0 && replace !== true) return void res.json({ asks: question(wouldBe) });
    let merged = wouldBe;
    progress.change((now) => (merged = mergeProgress(now, brought, known)).exercises);
    res.json({ said: told(merged) });
  });
  return router;
}

function progressMain(noted: number): Html {
  return html`<h1>Your progress</h1>
    <p>
      It is in one file, <code>exercises/.progress.json</code>, which the terminal and this site share. ${exercises(noted)} noted
      so far.
    </p>
    <h2>Take it along</h2>
    <p><a class="button" href="/progress/${fileName}" download>Download the progress file</a></p>
    <p>
      It holds which checks have passed and when, nothing of what you wrote. Your files are in the folder <code>exercises/</code>.
    </p>
    <h2>Bring it back</h2>
    <p>Of each exercise, what was checked later stands. You are asked before anything is replaced.</p>
    <form data-bring hidden>
      <p>
        <label for="file">A progress file</label><br /><input type="file" id="file" accept=".json,application/json" required />
      </p>
      <p><button type="submit">Bring it in</button></p>
      <div data-asks hidden>
        <p class="actions">
          <button type="button" data-yes>Replace them</button>
          <button type="button" data-no>Leave all as it is</button>
        </p>
      </div>
    </form>
    <p class="said" role="status" data-said></p>
    <noscript
      ><p>With scripts off: put the file's text into <code>exercises/.progress.json</code> yourself.</p></noscript
    >`;
}

function question({ added, replaced, kept }: MergedProgress<SiteNotedExercise>): string {
  return `${exercises(replaced.length)} noted here ${replaced.length === 1 ? 'is' : 'are'} older than in the file and would be replaced: ${replaced.join(', ')}. ${exercises(added.length)} would be added, ${kept.length} stay as they are.`;
}

function told({ added, replaced, kept }: MergedProgress<SiteNotedExercise>): string {
  return `${exercises(added.length)} added, ${replaced.length} replaced, ${kept.length} left as they are.`;
}

function exercises(count: number): string {
  return count === 1 ? '1 exercise' : `${count} exercises`;
}
