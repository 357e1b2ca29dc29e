// What can stand beside a page of text: the labs that show it, the exercises that build on it, the questions on its lesson.

import { type ExerciseOnDisk, pageOf } from '@cookie-lessons/lesson-contract';

import type { Lab } from '../../labs/lab';
import { siteHost } from '../../safety/hosts';
import type { SiteCourse } from '../../site-course';
import type { TextPage } from '../pages';

export interface Choice {
  readonly kind: 'lab' | 'exercise' | 'quiz';
  /** As it stands in the address, e.g. `exercise:plain-cookies/first-cookie`. */
  readonly value: string;
  readonly title: string;
  /** What the frame shows; null for a lab that needs whole tabs. */
  readonly src: string | null;
  /** The same as a page of its own. */
  readonly alone: string;
}

export interface Offered {
  readonly course: SiteCourse;
  readonly labs: readonly Lab[];
  readonly port: number;
  /** Whether the site can ask questions here. */
  readonly hasQuiz: boolean;
}

export function choicesFor({ lessonId, name }: TextPage, { course, labs, port, hasQuiz }: Offered): readonly Choice[] {
  const path = `packages/${lessonId}/lesson-text/${name}.md`;
  const shown = labs.filter((lab) => lab.lessonId === lessonId && lab.page === name);
  const built = [...course.exercises.values()].filter((onDisk) => !isQuiz(onDisk) && pagesOf(onDisk).includes(path));
  const quiz = hasQuiz ? quizOf(lessonId, course) : null;
  return [
    ...shown.map(({ id, title, opensInTab = false }): Choice => {
      const src = opensInTab ? null : `http://${id}.${siteHost}:${port}/`;
      return { kind: 'lab', value: `lab:${id}`, title: `Lab: ${title}`, src, alone: `/labs/${id}` };
    }),
    ...built.map(({ exercise: { id, title } }) => ownPage('exercise', id, `Exercise: ${title}`, `/exercises/${id}`)),
    ...(quiz === null ? [] : [ownPage('quiz', quiz, 'Questions', `/quiz/${quiz}`)]),
  ];
}

function ownPage(kind: 'exercise' | 'quiz', id: string, title: string, path: string): Choice {
  return { kind, value: `${kind}:${id}`, title, src: `${path}?pane`, alone: path };
}

/** The sheet that asks most about this lesson, by the places in the text that its questions name. */
function quizOf(lessonId: string, { exercises }: SiteCourse): string | null {
  let best: { readonly name: string | null; readonly places: number } = { name: null, places: 0 };
  for (const onDisk of exercises.values()) {
    if (!isQuiz(onDisk)) continue;
    const places = pagesOf(onDisk).filter((path) => path.startsWith(`packages/${lessonId}/`)).length;
    if (places > best.places) best = { name: onDisk.exercise.id.split('/')[1] ?? null, places };
  }
  return best.name;
}

function pagesOf({ exercise }: ExerciseOnDisk): string[] {
  const lessonId = exercise.id.split('/')[0] ?? '';
  return exercise.checks.map(({ section }) => pageOf(lessonId, section).path);
}

function isQuiz({ exercise }: ExerciseOnDisk): boolean {
  return exercise.kind === 'quiz';
}
