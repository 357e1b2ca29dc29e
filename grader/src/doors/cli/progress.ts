// `npm run progress`: what is started, what isn't, without running anything.

import { Command } from 'commander';
import pc from 'picocolors';

import { type Course, loadCourse } from '../../course/load-course';
import { repositoryRoot } from './repository';
import { say } from './say';
import { isStarted } from './workspace';

export function progressCommand(): Command {
  return new Command('progress')
    .description('Which exercises you have started.')
    .action(() => say(renderProgress(loadCourse(repositoryRoot))));
}

export function renderProgress(course: Course): string {
  const lines = course.lessons.flatMap(({ lesson, exercises }) => [
    pc.bold(`${lesson.order}. ${lesson.title}`),
    ...exercises.map((onDisk) => {
      const { id, title, minutes, level } = onDisk.exercise;
      const mark = isStarted(course, onDisk) ? pc.green('●') : pc.dim('○');
      return `  ${mark} ${title.padEnd(34)} ${pc.dim(`${String(minutes).padStart(3)} min  ${id}${level === 'stretch' ? '  (stretch)' : ''}`)}`;
    }),
  ]);
  return `${lines.join('\n')}\n${pc.dim('● started  ○ not started.  npm run check says what is right already.')}`;
}
