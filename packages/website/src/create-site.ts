// The site as one Express app: who may ask, what every answer says, then a room a topic.

import { join } from 'node:path';

import express, { type Express, type RequestHandler } from 'express';

import { appBeside } from './exercises/app-beside';
import { exerciseRoutes } from './exercises/exercise-routes';
import type { ExerciseParts } from './exercises/live-checks';
import { keepOutcomes } from './exercises/outcomes';
import { type SharedProgress, progressRoutes } from './progress/progress-routes';
import { quizRoutes } from './quiz/quiz-routes';
import type { SiteQuiz } from './quiz/site-quiz';
import type { RunPython } from './labs/lab';
import { labHosts } from './labs/lab-hosts';
import { labRoutes } from './labs/lab-routes';
import { homeRoutes } from './reading/home';
import { lessonRoutes } from './reading/lesson-page';
import { searchRoutes } from './reading/search/search-page';
import { textRoutes } from './reading/text-page';
import { securityHeaders } from './safety/headers';
import { onlyOurHosts } from './safety/hosts';
import { ownPages } from './safety/own-pages-only';
import { notFound, quietErrors } from './layout/error-pages';
import type { SiteCourse } from './site-course';

export interface SiteParts extends ExerciseParts {
  readonly course: SiteCourse;
  readonly progress?: SharedProgress;
  readonly quiz?: SiteQuiz;
  /** The port that the site listens on, once it does. */
  readonly port: () => number;
  /** A second port of this site, for labs about two sites; the first unless told. */
  readonly secondPort?: () => number;
  /** Unix time in milliseconds, as the labs have it; this machine's unless told. */
  readonly now?: () => number;
  /** For the lab about Flask; without it, that lab says what to install. */
  readonly runPython?: RunPython;
}

/** What every room of the site gets. */
export interface Room extends SiteParts {
  /** For `renderPage`. */
  readonly token: string;
  /** Before every route of the API, and before every form that changes something. */
  readonly ownPagesOnly: RequestHandler;
  readonly ownFormsOnly: RequestHandler;
}

export function createSite(parts: SiteParts): Express {
  const app = express();
  const own = ownPages();
  const room: Room = { ...parts, token: own.token, ownPagesOnly: own.only, ownFormsOnly: own.onlyForms };
  const beside = appBeside(parts.studentApp, parts.port);
  const outcomes = parts.checks ? keepOutcomes(parts.checks) : null;
  app.disable('x-powered-by');
  app.use(beside.handler);
  app.use(
    labHosts({
      port: parts.port,
      secondPort: parts.secondPort ?? parts.port,
      now: parts.now ?? Date.now,
      runPython: parts.runPython,
    }),
  );
  app.use(securityHeaders());
  app.use(onlyOurHosts(parts.port));
  app.use('/assets', express.static(join(__dirname, 'assets'), { index: false, redirect: false }));
  app.use(homeRoutes(room));
  app.use(textRoutes(room));
  app.use(lessonRoutes(room));
  app.use(searchRoutes(room));
  app.use(exerciseRoutes({ ...room, outcomes, app: beside }));
  app.use(labRoutes(room));
  app.use(progressRoutes(room));
  app.use(quizRoutes(room));
  app.use(notFound(room), quietErrors(room));
  return app;
}
