// The room of the quiz: sheets, one question at a time, answers by plain forms.

import { type RequestHandler, type Response, Router, urlencoded } from 'express';

import type { Room } from '../create-site';
import { html, type Html } from '../html';
import { renderPage } from '../layout/page';
import { gradeKept, verdictWords } from './answered';
import { isAnswered, type OpenPaper, openPaper } from './open-paper';
import { nextOpen, paperLink, questionMain } from './question-page';
import { quizListMain } from './quiz-list';
import { moved, readForm, readOrder } from './read-form';
import { sheetEnd } from './sheet-end';
import type { SiteQuiz } from './site-quiz';

type Fields = Readonly<Record<string, unknown>>;

export function quizRoutes(room: Room): Router {
  const { course, quiz, token, ownFormsOnly } = room;
  const router = Router();
  const form: readonly RequestHandler[] = [urlencoded({ extended: false, limit: '20kb' }), ownFormsOnly];
  const show = (res: Response, page: { path: string; title: string; main: Html; pane: boolean }): void => {
    res.set('cache-control', 'no-store');
    res.send(renderPage({ ...page, token, styles: ['quiz'], scripts: ['quiz'] }));
  };
  if (!quiz) {
    const main = html`<h1>Quiz</h1>
      <p>Start the site with <code>npm start</code> to be asked, or: <code>npm run quiz</code></p>`;
    return router.get('/quiz', (req, res) => show(res, { path: '/quiz', title: 'Quiz', main, pane: isPane(req.query) }));
  }
  router.get('/quiz', (req, res) => {
    const pane = isPane(req.query);
    show(res, { path: '/quiz', title: 'Quiz', main: quizListMain(quiz, pane), pane });
  });
  router.get('/quiz/:sheet', async (req, res, next) => {
    const open = openPaper(quiz, req.params.sheet);
    if (open === null) return next();
    const path = `/quiz/${req.params.sheet}`;
    const pane = isPane(req.query);
    if (typeof open === 'string') return show(res, { path, title: 'Quiz', main: toMend(open), pane });
    const at = wantedIndex(open, req.query.q);
    if (at === 'end') return show(res, { path, title: open.sheet.title, main: await end(quiz, open, { token, pane }), pane });
    const paper = open.questions[at];
    if (!paper) return next();
    const isAsked = !isAnswered(open, paper) || req.query.anew !== undefined;
    const graded = isAsked ? null : await gradeKept(open, paper);
    const order = moved(readOrder(paper, req.query.order) ?? paper.choices.map(({ letter }) => letter), req.query.move);
    const move = typeof req.query.move === 'string' ? req.query.move : '';
    const main = questionMain({
      ...{ course, open, at, token, pane, order, move },
      problem: '',
      answered: isAsked ? null : { graded },
    });
    if (main === null) return next();
    show(res, { path, title: `${isAsked ? '' : `${verdictWords(graded)}: `}${paper.question.title}`, main, pane });
  });
  router.post('/quiz/:sheet/:question', ...form, async (req, res, next) => {
    const open = openPaper(quiz, String(req.params.sheet));
    if (open === null || typeof open === 'string') return next();
    const at = open.questions.findIndex(({ question }) => question.id === req.params.question);
    const paper = open.questions[at];
    if (!paper) return next();
    const fields = req.body as Fields;
    const pane = isPane(fields);
    const read = readForm(paper, fields);
    const problem = 'problem' in read ? read.problem : await problemOf(open, at, read.given);
    if (problem === null && 'given' in read) {
      open.keep(paper.question.id, read.given);
      return res.redirect(303, `${paperLink(open, pane, at + 1)}#outcome`);
    }
    const order = readOrder(paper, fields.order) ?? paper.choices.map(({ letter }) => letter);
    const main = questionMain({ ...{ course, open, at, token, pane, order }, move: '', problem: problem ?? '', answered: null });
    if (main === null) return next();
    res.status(422);
    show(res, { path: `/quiz/${open.name}`, title: paper.question.title, main, pane });
  });
  router.post('/quiz/:sheet', ...form, (req, res, next) => {
    const open = openPaper(quiz, String(req.params.sheet));
    if (open === null || typeof open === 'string' || open.sheet.graded) return next();
    open.drawAnew();
    res.redirect(303, paperLink(open, isPane(req.body as Fields), 1));
  });
  return router;
}

function isPane(fields: Fields): boolean {
  return fields.pane !== undefined;
}

/** @param asked 1, 2, … or `end`; else the first that is open. */
function wantedIndex(open: OpenPaper, asked: unknown): number | 'end' {
  if (typeof asked === 'string' && /^\d{1,3}$/.test(asked)) return Number(asked) - 1;
  return asked === 'end' ? 'end' : (nextOpen(open, -1) ?? 'end');
}

/** What the key can't read as an answer isn't kept. Where the key has to wait, it is kept as it is. */
async function problemOf(open: OpenPaper, at: number, given: unknown): Promise<string | null> {
  const paper = open.questions[at];
  if (!paper) return null;
  const answered = { ...open, answers: { [paper.question.id]: given } };
  return (await gradeKept(answered, paper))?.problem ?? null;
}

async function end({ lessonId }: SiteQuiz, open: OpenPaper, place: { token: string; pane: boolean }): Promise<Html> {
  const graded = await Promise.all(
    open.questions.map(async (paper) => (isAnswered(open, paper) ? gradeKept(open, paper) : null)),
  );
  return sheetEnd(open, { lessonId, graded, ...place });
}

function toMend(problem: string): Html {
  return html`<h1>Quiz</h1>
    <p>${problem}</p>
    <p>Nothing was changed: the file is yours.</p>`;
}
