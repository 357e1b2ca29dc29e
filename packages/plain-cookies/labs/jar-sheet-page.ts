// Shows one student's sheet of predict-the-jar. Served by `npm run serve -- plain-cookies/predict-the-jar`.

import express, { type Express } from 'express';

import { drawSheet } from './jar-sheet';

export function createApp(): Express {
  const app = express();
  app.get('/', (_req, res) => void res.send(renderSheet(process.env.STUDENT_ID ?? '')));
  return app;
}

function renderSheet(studentId: string): string {
  const rows = drawSheet(studentId).map(
    ({ setCookie, answeredBy, typedNext }, index) =>
      `<tr><th scope="row">${index + 1}</th><td><code>${answeredBy}</code></td><td><code>Set-Cookie: ${setCookie}</code></td><td><code>${typedNext}</code></td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Predict the jar</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{text-align:left;padding:.5rem .8rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}code{font-size:.9em}</style>
<h1>Predict the jar</h1>
<p>Each line stands alone, in a browser whose jar is empty. Write <code>dropped</code>, <code>kept</code> (kept, but not sent to the next address) or <code>sent</code> into <code>answers.json</code>.</p>
<table><thead><tr><th scope="col">Line</th><th scope="col">This address answers with</th><th scope="col">this line</th><th scope="col">Next you type</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`;
}
