// Shows one student's sheet of read-a-session. Served by `npm run serve -- sessions/read-a-session`.

import express, { type Express } from 'express';

import { drawSheet } from './session-sheet';

export function createApp(): Express {
  const app = express();
  app.get('/', (_req, res) => void res.send(renderSheet(process.env.STUDENT_ID ?? '')));
  return app;
}

function renderSheet(studentId: string): string {
  const cookies = drawSheet(studentId).map(
    ({ letter, name, value }) => `<h2>${letter}</h2><p>The value of a cookie called <code>${name}</code>:</p><pre>${value}</pre>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Read a session</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.8rem;border:1px solid #ccc;user-select:all}</style>
<h1>Read a session</h1>
<p>Four shops, four cookies, no key. One click selects a whole value.</p>
${cookies.join('\n')}
<p>Toy shops: nobody is logged in anywhere with these.</p></html>`;
}
