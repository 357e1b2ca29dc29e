// index.html: one file that opens from disk. Readable without a script; the one script only sorts the class table.

import { createHash } from 'node:crypto';

import type { Report, ReportCheck, ReportExercise, ReportSubmission } from '@cookie-lessons/lesson-contract';

import { reportStyle } from './html-style';
import { percentOf } from './make-report';
import { forHtml } from './safe-text';

export function renderHtml(report: Report): string {
  const { submissions, isolation, course, gradedAt } = report;
  const title = course.title ?? 'Grading report';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${sourceHash(reportStyle)}; script-src ${sourceHash(sortScript)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${forHtml(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${forHtml(title)}</h1>
<p>${submissions.length} submission${submissions.length === 1 ? '' : 's'}, graded ${forHtml(gradedAt.slice(0, 16).replace('T', ' '))} UTC at level <strong>${isolation.level}</strong>.</p>
${isolation.stamp ? '<p class="stamp" role="alert">UNISOLATED: made without a sandbox that holds. Do not trust these scores.</p>' : ''}
</header>
<main>
${renderSummary(submissions)}
${renderClassTable(submissions)}
${renderMisconceptions(submissions)}
<section><h2>Every submission</h2>
${submissions.map(renderSubmission).join('\n')}
</section>
</main>
<script>${sortScript}</script>
</body>
</html>
`;
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function renderSummary(submissions: readonly ReportSubmission[]): string {
  const percents = submissions.map(({ points }) => percentOf(points)).filter((percent) => percent !== null);
  const mean = percents.length === 0 ? null : Math.round(percents.reduce((sum, percent) => sum + percent, 0) / percents.length);
  const figures: [string, string][] = [
    ['graded', String(submissions.filter(({ verdict }) => verdict === 'graded').length)],
    ['mean', mean === null ? '–' : `${mean} %`],
    ['full points', String(percents.filter((percent) => percent === 100).length)],
    ['need a look', String(submissions.filter(({ verdict }) => verdict !== 'graded').length)],
  ];
  return `<dl class="figures">${figures.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function renderClassTable(submissions: readonly ReportSubmission[]): string {
  const rows = submissions.map((submission, index) => {
    const percent = percentOf(submission.points);
    const started = submission.exercises.filter(({ state }) => state !== 'not-started').length;
    return `<tr><th scope="row"><a href="#s${index}">${forHtml(submission.student.name || submission.source)}</a></th>
<td data-value="${percent ?? -1}">${percent === null ? '' : `<span class="bar" aria-hidden="true">${meter(percent)}</span> ${percent} %`}</td>
<td data-value="${submission.points?.earned ?? -1}">${submission.points === null ? '' : `${submission.points.earned} / ${submission.points.possible}`}</td>
<td data-value="${started}">${submission.exercises.length === 0 ? '' : `${started} of ${submission.exercises.length}`}</td>
<td>${submission.verdict === 'graded' ? 'graded' : `<strong class="bad">${submission.verdict}</strong> ${forHtml(submission.reason)}`}</td></tr>`;
  });
  return `<section><h2>Class</h2><div class="wide"><table class="sortable"><thead><tr>${['Student', 'Share', 'Points', 'Started', 'Verdict'].map((name) => `<th scope="col"><button type="button">${name}</button></th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

/** A bar in SVG: styles inline would need a weaker policy. */
function meter(percent: number): string {
  return `<svg viewBox="0 0 100 8" preserveAspectRatio="none" class="meter"><rect class="track" width="100" height="8" rx="1"/><rect class="fill" width="${percent}" height="8" rx="1"/></svg>`;
}

function renderMisconceptions(submissions: readonly ReportSubmission[]): string {
  const groups = new Map<string, { message: string; section: string; who: Set<number> }>();
  submissions.forEach(({ exercises }, index) => {
    for (const { id, checks } of exercises) {
      for (const { feedback } of checks.filter(({ outcome }) => outcome === 'failed')) {
        if (feedback.misconception === null) continue;
        const name = `${id}: ${feedback.misconception}`;
        const group = groups.get(name) ?? {
          message: feedback.message.split('\n')[0] ?? '',
          section: feedback.section,
          who: new Set<number>(),
        };
        group.who.add(index);
        groups.set(name, group);
      }
    }
  });
  if (groups.size === 0) return '';
  const items = [...groups]
    .sort(([, a], [, b]) => b.who.size - a.who.size)
    .map(([name, { message, who }]) => {
      const students = [...who]
        .map((index) => `<a href="#s${index}">${forHtml(submissions[index]?.student.name ?? '')}</a>`)
        .join(', ');
      return `<li><div class="count">${who.size}</div><div><h3>${forHtml(name)}</h3><p>${forHtml(message)}</p>${meter(Math.round((who.size / submissions.length) * 100))}<p class="who">${students}</p></div></li>`;
    });
  return `<section><h2>What they believed</h2><p>Failed checks by misconception, the most frequent first.</p><ul class="misconceptions">${items.join('\n')}</ul></section>`;
}

function renderSubmission(submission: ReportSubmission, index: number): string {
  const { student, source, points, verdict, reason, findings = [], exercises } = submission;
  const percent = percentOf(points);
  const notes = [...(verdict === 'graded' ? [] : [`${verdict}: ${reason}`]), ...findings];
  return `<details id="s${index}"><summary><span class="name">${forHtml(student.name || source)}</span><span>${percent === null ? verdict : `${percent} %`}</span></summary>
<p class="who">${forHtml(source)}${student.id === student.name ? '' : `, ${forHtml(student.id)}`}</p>
${notes.length === 0 ? '' : `<ul class="notes">${notes.map((note) => `<li>${forHtml(note)}</li>`).join('')}</ul>`}
${exercises.map(renderExercise).join('\n')}
</details>`;
}

function renderExercise({ id, title, state, points, checks, advice, endedBecause, withheld }: ReportExercise): string {
  const heading = `<h3>${forHtml(title ?? id)} <small>${forHtml(id)} · ${points.earned} / ${points.possible}${endedBecause === 'answered' ? '' : ` · ${endedBecause}`}</small></h3>`;
  if (state === 'not-started')
    return `<section class="exercise">${heading}<p class="who">Not started.</p>${renderAdvice(advice)}</section>`;
  if (withheld === true)
    return `<section class="exercise">${heading}${renderAdvice(advice)}<p class="who">Which questions were right is told when the sheet is closed.</p></section>`;
  return `<section class="exercise">${heading}${renderAdvice(advice)}<ul class="checks">${checks.map(renderCheck).join('')}</ul></section>`;
}

function renderAdvice(advice: readonly string[]): string {
  return advice.length === 0 ? '' : `<ul class="notes">${advice.map((line) => `<li>${forHtml(line)}</li>`).join('')}</ul>`;
}

const marks = { passed: '✓', failed: '✗', 'not-run': '○' } as const;

function renderCheck({ sentence, outcome, visible, points, feedback }: ReportCheck): string {
  const why =
    outcome === 'failed' && feedback.message !== ''
      ? `<p class="why">${forHtml(feedback.message).replaceAll('\n', '<br>')}</p>`
      : '';
  return `<li class="${outcome}"><span class="mark" aria-label="${outcome}">${marks[outcome]}</span><div>${forHtml(sentence)} <small>${points.earned} / ${points.possible}${visible ? '' : ' · hidden'}${outcome === 'not-run' ? ' · not run' : ''}</small>${why}</div></li>`;
}

const sortScript = `
for (const table of document.querySelectorAll('table.sortable')) {
  const value = (row, column) => { const cell = row.cells[column]; return cell.dataset.value === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.value); };
  table.querySelectorAll('thead button').forEach((button, column) => button.addEventListener('click', () => {
    const heading = button.parentElement;
    const ascending = heading.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const rows = [...table.tBodies[0].rows].sort((a, b) => { const [x, y] = [value(a, column), value(b, column)]; return (x < y ? -1 : x > y ? 1 : 0) * (ascending ? 1 : -1); });
    table.tBodies[0].append(...rows);
  }));
}
const open = () => { const target = document.getElementById(location.hash.slice(1)); if (target instanceof HTMLDetailsElement) { target.open = true; target.scrollIntoView(); } };
addEventListener('hashchange', open); open();
`;
