// What the site shows: the course as its folders say it. The grader's `Course` is one, too.

import type { CourseFiles, ExerciseOnDisk, LessonOnDisk } from '@cookie-lessons/lesson-contract';

export interface SiteCourse {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly files: CourseFiles;
  readonly lessons: readonly LessonOnDisk[];
  /** By id, in the order of the lessons. */
  readonly exercises: ReadonlyMap<string, ExerciseOnDisk>;
}
