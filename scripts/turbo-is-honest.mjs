// Is `npm test` as fast as it claims when nothing has changed, and never green from a cache when something has?
// Breaks an exercise and a solution for a moment, and puts both back whatever happens.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const exercise = { lesson: 'plain-cookies', name: 'first-cookie', entry: 'app.ts', wrongAnswer: 'no-lifetime.ts' };

const id = `${exercise.lesson}/${exercise.name}`;
const folder = join(root, 'packages', exercise.lesson, 'exercises', exercise.name);
const workspaceFile = join(root, 'exercises', id, exercise.entry);
const solutionFile = join(root, 'solutions', id, exercise.entry);
const workspaceOnly = '--filter=@cookie-lessons/exercises';
const lessonOnly = `--filter=@cookie-lessons/${exercise.lesson}`;

const asTheyWere = new Map([workspaceFile, solutionFile].map((path) => [path, readFileSync(path)]));
let running = null;
let unmet = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    running?.kill('SIGTERM');
    restore();
    process.exit(1);
  });

try {
  await tryClaims();
} finally {
  restore();
}
process.exitCode = unmet === 0 ? 0 : 1;

async function tryClaims() {
  const { headless, sentences } = wrongAnswer();

  const first = await turboTest();
  if (!claim('The tests are green to begin with.', first.green, first)) return;
  const second = await turboTest();
  claim(`Nothing changed: all of it comes from the cache, in ${second.seconds} s.`, second.green && second.allCached, second);

  writeFileSync(workspaceFile, headless);
  const workspace = await turboTest(workspaceOnly);
  const told = sentences.filter((sentence) => new RegExp(`✗.*${escaped(sentence)}`).test(workspace.output));
  claim(
    `A wrong answer in exercises/${id}: red, and it says why: ${told.map((sentence) => `"${sentence}"`).join(' ')}`,
    !workspace.green && told.length === sentences.length,
    workspace,
  );

  restore();
  writeFileSync(solutionFile, headless);
  const lesson = await turboTest(lessonOnly);
  claim(`A broken solution of ${id}: red, and not from the cache.`, !lesson.green && !lesson.allCached, lesson);

  restore();
  const restored = await turboTest(workspaceOnly, lessonOnly);
  claim('Both put back: green again.', restored.green, restored);
}

/** An answer that the course ships as wrong, as a student would hand it in, and the sentences of the visible checks that catch it. */
function wrongAnswer() {
  const text = readFileSync(join(folder, 'wrong-answers', exercise.wrongAnswer), 'utf8');
  const caughtBy = /^\/\/ Caught by: (.*)$/m.exec(text)[1].split(', ');
  const { checks } = JSON.parse(readFileSync(join(folder, 'exercise.json'), 'utf8'));
  const sentences = checks.filter((check) => check.visible && caughtBy.includes(check.id)).map(({ sentence }) => sentence);
  if (sentences.length === 0)
    throw new Error(`No visible check catches ${exercise.wrongAnswer}: name another wrong answer here.`);
  return { headless: text.replace(/^(\/\/.*\n)+/, ''), sentences };
}

/** `npm test`, or a part of it. */
async function turboTest(...filters) {
  const startedAt = Date.now();
  running = spawn(process.execPath, [join(root, 'scripts', 'course.mjs'), 'turbo-test', ...filters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [running.stdout, running.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((resolve) => running.once('close', resolve));
  running = null;
  const [, cached, total] = /^\s*Cached:\s+(\d+) cached, (\d+) total/m.exec(output) ?? [];
  return {
    output,
    green: status === 0,
    allCached: cached !== undefined && cached === total,
    seconds: ((Date.now() - startedAt) / 1000).toFixed(1),
  };
}

function claim(sentence, holds, { output }) {
  console.log(`${holds ? '✓' : '✗'} ${sentence}`);
  if (holds) return true;
  unmet++;
  console.log(output.trim().split('\n').slice(-60).join('\n'));
  return false;
}

function restore() {
  for (const [path, bytes] of asTheyWere) if (!readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
