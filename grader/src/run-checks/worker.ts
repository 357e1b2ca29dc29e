// A long-lived trusted process that grades one submission after the other. Started by the coordinator.

import { endOnSignals, ignoreInspectorSignal, signalsThatHaveCome } from '@cookie-lessons/sandbox';

ignoreInspectorSignal();
endOnSignals();

import { type Course, loadCourse } from '../course/load-course';
import { installCircus } from './circus';
import { foreignKeys } from './foreign-keys';
import { gradeInBox } from './grade-in-box';
import type { GradeJob, WorkerAnswer } from './messages';

installCircus();
let course: Course | null = null;
const keysAtStart = foreignKeys();

/** Nobody may be there to hear it any more, at Ctrl-C: then 'disconnect' is next. */
const say = (answer: WorkerAnswer): void => void process.send?.(answer, undefined, undefined, () => {});

process.on('message', (job: GradeJob) => {
  course ??= loadCourse(job.root);
  gradeInBox(course, job, (exerciseId) => say({ said: 'began', job: job.job, exerciseId }))
    .then(({ run, tired }) => say({ said: 'done', job: job.job, run, tired: tired || foreignKeys() !== keysAtStart }))
    // Whatever is thrown here is ours: end, and let the coordinator grade the submission in a fresh worker.
    .catch(async (error: unknown) => {
      await signalsThatHaveCome();
      console.error(error);
      process.exit(1);
    });
});
process.on('disconnect', () => process.exit(0));
say({ said: 'ready' });
