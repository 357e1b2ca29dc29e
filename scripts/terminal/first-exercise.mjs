// Walks a new student's first minutes in a real terminal, key by key: the store, the watch, a mistake, a hint, the repair.
//
//     node scripts/terminal/first-exercise.mjs <folder> [columns] [rows]
//
// writes each screen into the folder, as text and with its colours. The test and the picture in the README are made of these.

import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyCourse } from './copy-course.mjs';
import { openTerminal } from './open-terminal.mjs';

const [out = 'screens', columns = '80', rows = '24'] = process.argv.slice(2);
const size = { columns: Number(columns), rows: Number(rows) };
mkdirSync(out, { recursive: true });

const course = copyCourse();
const terminals = [];
const open = async () => {
  const terminal = openTerminal({ ...size, cwd: course.folder, env: { NO_UPDATE_NOTIFIER: '1' } });
  terminals.push(terminal);
  // Whatever is typed before the shell is there stands on the screen twice.
  await terminal.until('$');
  return terminal;
};
const keep = (name, terminal) => {
  writeFileSync(join(out, `${name}.txt`), terminal.screen());
  writeFileSync(join(out, `${name}.ansi`), terminal.coloured());
};
const inCourse = (path) => join(course.folder, path);
const handIn = (id, file, text) => writeFileSync(inCourse(`exercises/${id}/${file}`), text);

try {
  const site = await open();
  site.type('npm start');
  site.press('Enter');
  await site.until('Your student id');
  site.type('ada');
  site.press('Enter');
  await site.until('Your name');
  site.type('Ada Lovelace');
  site.press('Enter');
  await site.until(/course\.localhost:\d+/);
  keep('1-start', site);

  const store = await open();
  store.type('npm run --silent serve -- plain-cookies/pay-less');
  store.press('Enter');
  const [, port] = /127\.0\.0\.1:(\d+)/.exec(await store.until(/127\.0\.0\.1:\d+/)) ?? [];

  const watch = await open();
  watch.type('clear; npm run --silent check -- --watch');
  watch.press('Enter');
  await watch.until('q quit');
  keep('2-watch', watch);

  // The browser: the total in the cookie is edited, and the order paid.
  const receipt = await payWith('1.50', port);
  handIn('plain-cookies/pay-less', 'answers.json', JSON.stringify({ receipt }));
  await watch.until('All of it is right');
  keep('3-first-passed', watch);
  for (const terminal of [store, site]) {
    terminal.press('C-c');
    await terminal.until(/^\$\s*$/m);
  }

  watch.press('n');
  await watch.until('Your first cookie');
  keep('4-next', watch);
  const wrong = readFileSync(inCourse('packages/plain-cookies/exercises/first-cookie/wrong-answers/no-lifetime.ts'), 'utf8');
  handIn('plain-cookies/first-cookie', 'app.ts', wrong);
  await watch.until('✗');
  keep('5-mistake', watch);
  watch.press('h');
  await watch.until('Hint');
  keep('6-hint', watch);
  handIn('plain-cookies/first-cookie', 'app.ts', readFileSync(inCourse('solutions/plain-cookies/first-cookie/app.ts'), 'utf8'));
  await watch.until('All of it is right');
  watch.press('h');
  await watch.until((screen) => !screen.includes('Hint'));
  keep('7-solved', watch);
  watch.press('o');
  await watch.until(/The site: http:\/\/course\.localhost:\d+\/exercises\/plain-cookies\/first-cookie/);
  watch.press('l');
  await watch.until('Enter open');
  keep('8-list', watch);
  watch.press('q');
  await isSane(watch);

  // Ctrl-C in the middle of a check.
  watch.type('clear; npm run --silent check -- --watch plain-cookies/first-cookie');
  watch.press('Enter');
  await watch.until('checking …');
  watch.press('C-c');
  await isSane(watch);
  console.log(`${out}: the first exercise is solved at ${columns}×${rows}.`);
} finally {
  for (const terminal of terminals) terminal.close();
  course.remove();
}

/** The shell is back, nothing that it started is left, and the terminal is as it was. */
async function isSane(terminal) {
  await terminal.until((screen) => /^\$\s*$/m.test(screen) && !terminal.isOnOwnScreen());
  const shells = terminals.map((open) => String(open.shellPid()));
  const left = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && worksInCourse(pid) && !shells.includes(pid));
  await terminal.until(() => left().length === 0);
  if (!terminal.isCursorShown()) throw new Error('The cursor is still hidden.');
  terminal.type('clear; stty -a');
  terminal.press('Enter');
  const stty = await terminal.until('iexten');
  for (const flag of ['icanon', 'echo', 'isig'])
    if (!new RegExp(`(?<!-)\\b${flag}\\b`).test(stty)) throw new Error(`${flag} is off:\n${stty}`);
}

function worksInCourse(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(course.folder);
  } catch {
    return false;
  }
}

async function payWith(total, port) {
  const page = await fetch(`http://127.0.0.1:${port}/pay`, { method: 'POST', headers: { cookie: `total=${total}` } });
  const [receipt] = /PAID-\w+-\w+/.exec(await page.text()) ?? [];
  if (receipt === undefined) throw new Error('The store gave no receipt.');
  return receipt;
}
