// A course as its folders say it: lessons in order, each exercise with its starter, checks and answers. Pure: reading is handed in.

import { parseWrongAnswerHeader, type WrongAnswerHeader } from './answer-header';
import { type Exercise, exerciseSchema } from './exercise';
import { type Lesson, lessonSchema } from './lesson';
import { ManifestError, type ManifestFinding, parseManifest } from './manifest-error';

/** Reading below the course's root. Paths are relative to it, with `/`. */
export interface CourseFiles {
  /** null where there is no such file. */
  read(path: string): string | null;
  /** Names in a folder, sorted; a folder's own name ends in `/`. Empty where there is no such folder. */
  list(path: string): readonly string[];
}

export interface LessonOnDisk {
  /** e.g. `plain-cookies` */
  readonly id: string;
  /** e.g. `packages/plain-cookies` */
  readonly folder: string;
  readonly lesson: Lesson;
  readonly exercises: readonly ExerciseOnDisk[];
}

export interface ExerciseOnDisk {
  readonly exercise: Exercise;
  readonly folder: string;
  readonly lessonFolder: string;
  readonly lesson: Lesson;
  readonly starter: ReadonlyMap<string, string>;
  readonly harness: ReadonlyMap<string, string>;
}

export interface AnswerOnDisk {
  /** File or folder name, e.g. `max-age-in-seconds.ts`. */
  readonly name: string;
  readonly path: string;
  /** What replaces the solution's files. */
  readonly files: ReadonlyMap<string, string>;
  /** null for right answers, and for wrong ones that forgot theirs. */
  readonly header: WrongAnswerHeader | null;
}

/** @throws ManifestError for the first manifest that can't be used. */
export function readLessons(files: CourseFiles): readonly LessonOnDisk[] {
  return files
    .list('packages')
    .filter((name) => name.endsWith('/'))
    .map((name) => name.slice(0, -1))
    .flatMap((id) => readLesson(files, id) ?? [])
    .sort((a, b) => a.lesson.order - b.lesson.order);
}

function readLesson(files: CourseFiles, id: string): LessonOnDisk | null {
  const folder = `packages/${id}`;
  const text = files.read(`${folder}/lesson.json`);
  if (text === null) return null;
  const lesson = parseManifest(lessonSchema, text, `${folder}/lesson.json`);
  return {
    id,
    folder,
    lesson,
    exercises: lesson.exercises.map((name) => readExercise(files, { folder, lesson }, `${id}/${name}`)),
  };
}

function readExercise(
  files: CourseFiles,
  { folder: lessonFolder, lesson }: Pick<LessonOnDisk, 'folder' | 'lesson'>,
  id: string,
): ExerciseOnDisk {
  const folder = `${lessonFolder}/exercises/${id.split('/')[1]}`;
  const file = `${folder}/exercise.json`;
  const text = files.read(file);
  if (text === null) {
    const finding: ManifestFinding = {
      path: '',
      found: 'no such file',
      wanted: `the exercise that ${lessonFolder}/lesson.json names (make one: npm run new:exercise -- ${id})`,
    };
    throw new ManifestError(file, [finding]);
  }
  const exercise = { ...parseManifest(exerciseSchema, text, file), id };
  return {
    exercise,
    folder,
    lessonFolder,
    lesson,
    starter: textsBelow(files, `${folder}/starter`),
    harness: prefixed('harness/', textsBelow(files, `${folder}/harness`)),
  };
}

/** Every package that some program of the course may load: what a box must know. Each exercise allows some of it. */
export function modulesOf(lessons: readonly LessonOnDisk[]): readonly string[] {
  const named = lessons.flatMap(({ lesson, exercises }) => [
    ...lesson.labModules,
    ...exercises.flatMap(({ exercise }) => exercise.modules),
  ]);
  return [...new Set(named)].sort();
}

/** What a submission's folder, shaped like exercises/, holds of one exercise: the declared files that are there. */
export function readHandedIn(
  files: CourseFiles,
  submission: string,
  { id, files: declared }: Exercise,
): ReadonlyMap<string, string> {
  const found = declared.map((path) => [path, files.read(`${submission}/${id}/${path}`)] as const);
  return new Map(found.filter((pair): pair is readonly [string, string] => pair[1] !== null));
}

/** A submission that is word for word the starter has not been started. */
export function isNotStarted(handedIn: ReadonlyMap<string, string>, starter: ReadonlyMap<string, string>): boolean {
  return [...handedIn].every(([path, text]) => starter.get(path) === text);
}

export function readAnswers(
  files: CourseFiles,
  { exercise, folder }: ExerciseOnDisk,
  kind: 'wrong-answers' | 'right-answers',
): readonly AnswerOnDisk[] {
  return files.list(`${folder}/${kind}`).map((entry) => {
    const name = entry.replace(/\/$/, '');
    const path = `${folder}/${kind}/${name}`;
    const replaced = entry.endsWith('/') ? textsBelow(files, path) : new Map([[exercise.entry, files.read(path) ?? '']]);
    const headed = replaced.get(exercise.entry) ?? [...replaced.values()][0] ?? '';
    return { name, path, files: replaced, header: kind === 'wrong-answers' ? parseWrongAnswerHeader(headed) : null };
  });
}

/** Where a lesson has questions: what is asked and the keys, by path inside the lesson's package. */
export function readQuestions(files: CourseFiles, lessonFolder: string): ReadonlyMap<string, string> {
  return new Map(
    ['questions', 'keys'].flatMap((part) => [...prefixed(`${part}/`, textsBelow(files, `${lessonFolder}/${part}`))]),
  );
}

/** All `.ts` sources of a lesson's labs, by path inside the lesson's package. */
export function readLabs(files: CourseFiles, lessonFolder: string): ReadonlyMap<string, string> {
  return prefixed('labs/', new Map([...textsBelow(files, `${lessonFolder}/labs`)].filter(([path]) => path.endsWith('.ts'))));
}

function textsBelow(files: CourseFiles, folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of files.list(folder)) {
    const inner: ReadonlyMap<string, string> = entry.endsWith('/')
      ? textsBelow(files, `${folder}/${entry.slice(0, -1)}`)
      : new Map([['', files.read(`${folder}/${entry}`) ?? '']]);
    for (const [path, text] of inner) found.set(path === '' ? entry : `${entry}${path}`, text);
  }
  return found;
}

function prefixed(prefix: string, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, text]) => [`${prefix}${path}`, text]));
}
