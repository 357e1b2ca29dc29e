// One exercise: its task on one side; its checks, hints and app on the other, live while the student edits elsewhere.

import type { CheckManifest, Exercise, ExerciseOnDisk } from '@cookie-lessons/lesson-contract';

import { asHtml, html, type Html } from '../html';
import { renderMarkdown } from '../reading/markdown';
import { siteLink } from '../reading/pages';
import { type ExerciseRoom, type Pieces, piecesOf } from './exercise-pieces';
import { type InPane, paneLink, sectionLink } from './section-link';

export function exerciseMain(room: ExerciseRoom, onDisk: ExerciseOnDisk, inPane: InPane): Html {
  const { exercise, lesson } = onDisk;
  const { id, level, minutes, kind, checks } = exercise;
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  const lessonId = id.split('/')[0] ?? '';
  return html`<p class="crumbs">
      <a href="${paneLink('/exercises', inPane)}#${lessonId}">Exercises</a> · ${lesson.order}. ${lesson.title} · ${minutes}
      minutes · ${points} points${level === 'stretch' && ' · stretch'}
    </p>
    <div class="exercise">
      <article class="text task" aria-label="Task" tabindex="0">${task(room, onDisk, inPane)}</article>
      <section class="work" aria-label="Your work" data-exercise="${id}" ${inPane.pane && html` data-pane`}>
        ${kind === 'quiz' ? sheetWork(id, inPane) : work(room, onDisk, inPane)}
      </section>
    </div>`;
}

function task({ course }: ExerciseRoom, { exercise, folder }: ExerciseOnDisk, { pane }: InPane): Html {
  const text = course.files.read(`${folder}/task.md`) ?? `# ${exercise.title}\n\n${exercise.summary}`;
  const { html: rendered } = renderMarkdown(text, (href) => siteLink(href, folder));
  return asHtml(pane ? rendered.replaceAll('<a href="/text/', '<a target="_top" href="/text/') : rendered);
}

function sheetWork(id: string, inPane: InPane): Html {
  return html`<h2>Your paper</h2>
    <p><a class="button" href="${paneLink(`/quiz/${id.split('/')[1] ?? ''}`, inPane)}">Answer the questions</a></p>`;
}

function work(room: ExerciseRoom, { exercise }: ExerciseOnDisk, inPane: InPane): Html {
  const { pieces } = piecesOf(room, exercise.id, inPane);
  return html`<h2>Your work</h2>
    <p class="now" data-piece="standing">${pieces.standing}</p>
    <p class="file">You edit <code>exercises/${exercise.id}/${exercise.entry}</code></p>
    <p class="for-ears" role="status" data-announce></p>
    ${actions(room, exercise)}
    <div data-piece="solved">${pieces.solved}</div>
    <div data-piece="explanation">${pieces.explanation}</div>
    <h2>Checks</h2>
    <p class="aside">A hint costs nothing.</p>
    <ol class="checks">
      ${exercise.checks.map((check) => checkRow(room, exercise, { check, pieces, inPane }))}
    </ol>
    <p data-needs-script hidden><button type="button" data-next-hint>Show me the next hint</button></p>
    <noscript
      ><p>
        With scripts off this page stands still: <code>npm run check -- ${exercise.id} --watch</code> checks whenever you save.
      </p></noscript
    >
    ${canRun(exercise) && appSection(room, pieces)}`;
}

function actions({ openInEditor, reset, outcomes }: ExerciseRoom, { entry }: Exercise): Html {
  return html`<div class="actions" data-needs-script hidden>
      ${openInEditor && html`<button type="button" data-do="open">Open ${entry} in your editor</button>`}
      ${outcomes && html`<button type="button" data-do="check">Check now</button>`}
    </div>
    ${
      reset &&
      html`<details class="reset" data-needs-script hidden>
        <summary>Begin anew</summary>
        <p>This puts the starter back. What you wrote is kept in <code>exercises/.kept/</code>.</p>
        <button type="button" data-do="reset">Put the starter back</button>
      </details>`
    }
    <p class="said" role="status" data-said></p>`;
}

function checkRow(
  { course }: ExerciseRoom,
  { id }: Exercise,
  { check, pieces, inPane }: { check: CheckManifest; pieces: Pieces['pieces']; inPane: InPane },
): Html {
  return html`<li>
    <span data-piece="check-${check.id}">${pieces[`check-${check.id}`]}</span>
    <span class="sentence">${check.sentence}</span>
    <span class="points">${check.points} ${check.points === 1 ? 'point' : 'points'}${!check.visible && ', hidden'}</span>
    <details class="hint" data-hint="${check.id}">
      <summary>Hint<span class="for-ears">: ${check.sentence}</span></summary>
      <p>${check.hint}</p>
      <p>Read: ${sectionLink(course, id.split('/')[0] ?? '', check.section, inPane)}</p>
    </details>
  </li>`;
}

function canRun({ serve, exposes }: Exercise): boolean {
  return serve !== undefined || exposes.includes('app');
}

function appSection({ studentApp }: ExerciseRoom, pieces: Pieces['pieces']): Html {
  if (!studentApp) return html`<h2>Your app</h2><p>It runs beside this page when the site is started with <code>npm start</code>.</p>`; // prettier-ignore
  return html`<h2>Your app</h2>
    <div data-piece="app">${pieces.app}</div>
    <div class="actions" data-needs-script hidden>
      <button type="button" data-do="app/start" data-app-start>Start it</button>
      <button type="button" data-do="app/stop" data-app-stop hidden>Stop it</button>
      <button type="button" data-app-again hidden>Load it again</button>
    </div>
    <div class="app-frame" data-app-frame></div>
    <div data-piece="cookies">${pieces.cookies}</div>`;
}
