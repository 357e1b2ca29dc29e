// The report files of one run: results.json, gradebook.csv and index.html, whole after every submission.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Report, ReportSubmission } from '@cookie-lessons/lesson-contract';

import { renderGradebook } from './gradebook';
import { renderHtml } from './html';
import { makeReport, type ReportFacts } from './make-report';
import { writeWhole } from './write-whole';

export class ReportFolder {
  /** @param alsoJson a second place for results.json. */
  constructor(
    private readonly folder: string,
    private readonly alsoJson: string | undefined,
    private readonly facts: ReportFacts,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  write(submissions: readonly ReportSubmission[]): Report {
    const report = makeReport(this.facts, submissions);
    const json = `${JSON.stringify(report, null, 2)}\n`;
    writeWhole(join(this.folder, 'results.json'), json);
    writeWhole(join(this.folder, 'gradebook.csv'), renderGradebook(report));
    writeWhole(join(this.folder, 'index.html'), renderHtml(report));
    if (this.alsoJson !== undefined) writeWhole(resolve(this.alsoJson), json);
    return report;
  }
}
