// Grades exercises/ as the student's own check: every check there is a test for, at the strongest level that holds.

import { createHash, randomBytes } from 'node:crypto';

import type { ExerciseOnDisk, ReportSubmission } from '@cookie-lessons/lesson-contract';
import { strongestLevel } from '@cookie-lessons/sandbox';

import type { Course } from '../../course/load-course';
import { gradeSubmission } from '../../grade-submission';
import type { Submission } from '../../intake/submission';
import { gradeClass } from '../../run-checks/grade-class';
import { everything } from '../../score/assignment';
import { handedInOf, studentOf } from './workspace';

export async function checkWorkspace(course: Course, exercises: readonly ExerciseOnDisk[]): Promise<ReportSubmission> {
  const { level } = await strongestLevel();
  const handedIn = new Map(
    exercises.map((onDisk) => [onDisk.exercise.id, { files: handedInOf(course, onDisk), problems: [] }] as const),
  );
  const student = studentOf(course);
  const submission: Submission = {
    source: 'exercises',
    student: { id: student.id, name: student.name },
    declared: null,
    exercises: handedIn,
    contentHash: createHash('sha256')
      .update(JSON.stringify([...handedIn].map(([id, { files }]) => [id, [...files]])))
      .digest('hex'),
    receivedAt: null,
    findings: [],
  };
  const seed = randomBytes(16).toString('hex');
  const [run] = await gradeClass([submission], { course, level, jobs: 1, seed });
  if (!run) throw new Error('Nothing was graded.');
  const asked = new Set(handedIn.keys());
  return gradeSubmission(submission, run, { course, seed, counted: { ...everything, shown: ({ id }) => asked.has(id) } });
}
