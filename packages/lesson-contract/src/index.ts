export { parseWrongAnswerHeader, type WrongAnswerHeader } from './answer-header';
export { type CheckOutcome, type CheckRun, checkRunSymbol } from './check-run';
export { type Assignment, type CourseManifest, courseSchema } from './course';
export {
  type AnswerOnDisk,
  type CourseFiles,
  type ExerciseOnDisk,
  isNotStarted,
  type LessonOnDisk,
  modulesOf,
  readAnswers,
  readHandedIn,
  readLabs,
  readLessons,
  readQuestions,
} from './course-on-disk';
export { createDraw, type Draw } from './draw';
export { type CheckRunParts, createCheckRun, type OpenCheckRun } from './create-check-run';
export { type CheckManifest, type Exercise, type ExerciseManifest, exerciseSchema, type MisconceptionManifest } from './exercise';
export { exitCodes } from './exit-codes';
export { anchorOf, headingsOf } from './headings-of';
export { type Lesson, lessonSchema } from './lesson';
export { ManifestError, type ManifestFinding, parseManifest } from './manifest-error';
export { nearest } from './nearest';
export { pageOf, type PageOfText } from './page-of';
export { type Report, type ReportCheck, type ReportExercise, type ReportSubmission, reportSchema } from './report';
export type { Program, ProgramOptions, ProgramRequest, ProgramResponse, RelayedFetch } from '@cookie-lessons/sandbox';
