// The questions as the site asks them: the same sheets and the same answers.json as `npm run quiz`.

import type { SiteQuiz } from '@cookie-lessons/website';

import type { Course } from '../../../course/load-course';
import { loadQuiz } from '../../../course/load-quiz';
import { answersPath, keepAnswers, readAnswersOf } from '../quiz/answers-file';
import { UsageError } from '../usage-error';
import { studentOf } from '../workspace';

export function siteQuizOf(course: Course): SiteQuiz | undefined {
  const found = loadQuiz(course);
  if (!found) return undefined;
  return {
    ...found,
    studentId: () => studentOf(course).id,
    readAnswers(sheet) {
      try {
        return readAnswersOf(course, found, sheet);
      } catch (error) {
        if (error instanceof UsageError) return error.message;
        throw error;
      }
    },
    keepAnswers: (sheet, answers) => keepAnswers(course, answersPath(found, sheet), answers),
  };
}
