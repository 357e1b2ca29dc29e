// The room of the exercises: the list, a page each, and what comes after solving one.

import { type Response, Router } from 'express';

import type { Html } from '../html';
import { renderPage } from '../layout/page';
import { exerciseApi } from './exercise-api';
import { exerciseListMain } from './exercise-list';
import { exerciseMain } from './exercise-page';
import type { ExerciseRoom } from './exercise-pieces';
import { solvedMain } from './solved-page';

export function exerciseRoutes(room: ExerciseRoom): Router {
  const router = Router();
  const show = (res: Response, page: { path: string; title: string; main: Html; pane: boolean }): void => {
    res.set('cache-control', 'no-store');
    res.send(renderPage({ ...page, token: room.token, styles: ['exercises'], scripts: ['exercises'] }));
  };
  router.get('/exercises', (req, res) => {
    const pane = req.query.pane !== undefined;
    show(res, { path: '/exercises', title: 'Exercises', main: exerciseListMain(room, { pane }), pane });
  });
  router.get('/exercises/:lesson/:name{/:part}', (req, res, next) => {
    const { lesson, name, part } = req.params;
    const onDisk = room.course.exercises.get(`${lesson}/${name}`);
    if (!onDisk) return next();
    const pane = req.query.pane !== undefined;
    const path = `/exercises/${onDisk.exercise.id}`;
    const { title } = onDisk.exercise;
    if (part === undefined) return show(res, { path, title, main: exerciseMain(room, onDisk, { pane }), pane });
    const main = part === 'solved' ? solvedMain(room, onDisk, { pane }) : null;
    if (main === null) return next();
    show(res, { path: `${path}/solved`, title: `${title}: solved`, main, pane });
  });
  router.use(exerciseApi(room, room.ownPagesOnly));
  return router;
}
