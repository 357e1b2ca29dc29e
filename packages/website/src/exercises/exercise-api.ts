// What an exercise's page may ask for: to be told what has changed, and the things that its buttons do. For the site's own pages only.

import { type RequestHandler, type Response, Router } from 'express';

import { openEventStream } from './event-stream';
import { announcementOf, type ExerciseRoom, piecesOf } from './exercise-pieces';

const maxStreams = 40;

/** Under `/api/exercises/<lesson>/<name>`. Ids are looked up: nothing of a path comes from the browser. */
export function exerciseApi(room: ExerciseRoom, only: RequestHandler): Router {
  const router = Router();
  let streams = 0;
  router.use('/api/exercises', only);
  router.get('/api/exercises/:lesson/:name/events', (req, res, next) => {
    const id = knownId(room, req.params);
    if (id === null) return next();
    if (streams >= maxStreams) return void res.status(503).json({ error: 'Too many pages of the course are open.' });
    streams++;
    const pane = req.query.pane !== undefined;
    const tell = (announce: string): void => {
      const { pieces, ...rest } = piecesOf(room, id, { pane });
      const written = Object.fromEntries(Object.entries(pieces).map(([name, piece]) => [name, piece.toString()]));
      stream.send({ ...rest, pieces: written, announce });
    };
    const ends = [
      room.outcomes?.subscribe((event) =>
        tell(event.type === 'checked' && event.ids.includes(id) ? announcementOf(room, id) : ''),
      ),
      room.studentApp?.subscribe(() => tell('')),
      room.app.subscribe(() => tell('')),
    ];
    const stream = openEventStream(req, res, () => {
      streams--;
      for (const end of ends) end?.();
    });
    tell('');
  });
  router.post('/api/exercises/:lesson/:name/*act', async (req, res, next) => {
    const id = knownId(room, req.params);
    const act = acts.get([req.params.act].flat().join('/'));
    if (id === null || act === undefined) return next();
    await act(room, id, (said) => res.json({ said }));
    if (!res.headersSent) notHere(res);
  });
  return router;
}

type Act = (room: ExerciseRoom, id: string, say: (said: string) => void) => void | Promise<void>;

const actsByPath: Readonly<Record<string, Act>> = {
  check({ outcomes, checks }, id, say) {
    if (!checks) return;
    if (outcomes?.standingOf(id)?.state === 'not-started') return say('Nothing to check yet: the file is still the starter.');
    checks.ask([id]);
    say('');
  },
  async open({ openInEditor, course }, id, say) {
    if (!openInEditor) return;
    const path = `exercises/${id}/${course.exercises.get(id)?.exercise.entry ?? ''}`;
    say((await openInEditor(id)) ? `Opened ${path}` : `Nothing here opens files. Open it yourself: ${path}`);
  },
  reset({ reset }, id, say) {
    if (!reset) return;
    const { keptAt } = reset(id);
    say(keptAt === null ? 'There was nothing to put back.' : `The starter is back. What you wrote is kept in ${keptAt}`);
  },
  'app/start'({ studentApp, app }, id, say) {
    if (!studentApp) return;
    app.record.clear();
    studentApp.start(id);
    say('');
  },
  'app/stop'({ studentApp }, _id, say) {
    if (!studentApp) return;
    studentApp.stop();
    say('');
  },
};

const acts: ReadonlyMap<string, Act> = new Map(Object.entries(actsByPath));

function knownId({ course }: ExerciseRoom, { lesson, name }: { lesson?: string; name?: string }): string | null {
  const id = `${lesson}/${name}`;
  return course.exercises.has(id) ? id : null;
}

function notHere(res: Response): void {
  res.status(409).json({ said: 'This needs the site as npm start starts it.' });
}
