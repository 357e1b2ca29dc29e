// One session from Express to the real Flask and back; and what is said where there is none.

import { spawnSync } from 'node:child_process';

import { expect, it } from '@jest/globals';

import { expectNoAxeViolations } from './axe';
import { openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

const host = 'flask.course.localhost';

function runPython(script: string, argument: string): Promise<string | null> {
  const { status, stdout } = spawnSync(process.env.FLASK_PYTHON ?? 'python3', ['-W', 'ignore', script, argument], {
    encoding: 'utf8',
  });
  return Promise.resolve(status === 0 ? stdout : null);
}

const hasFlask = spawnSync(process.env.FLASK_PYTHON ?? 'python3', ['-c', 'import flask']).status === 0;

describeInBrowser('from Flask to Express and back', (open) => {
  (hasFlask ? it : it.skip)('carries one session there and back', async () => {
    const { page, cookieHeader } = await openLab(open, host, { runPython });
    expect(await run(page, 'to-express')).toContain('Express saw an empty session');
    await page.locator('#step-to-flask').getByRole('radio', { name: 'what was in the session' }).check();
    await page.locator('#step-to-flask').getByRole('checkbox', { name: 'session', exact: true }).check();
    const told = await run(page, 'to-flask');
    expect(told).toMatch(/^Flask \d+\.\d+\.\d+ saw Ada, after 1 visit\b/);
    expect(told.match(/^Right\./gm)).toHaveLength(2);
    expect(await run(page, 'to-express')).toContain('Express saw Ada, after 2 visits');
    expect(await page.locator('[data-saw]').innerText()).toContain('"written_by": "Flask"');
    await page.getByRole('radio', { name: 'a key each' }).check();
    await page.getByRole('button', { name: 'Switch' }).click();
    expect(await run(page, 'to-flask')).toContain('a bad signature is an empty session');
    expect(await cookieHeader()).toMatch(/^session=/);
    await expectNoAxeViolations(page);
  });

  it('says in one line what to install where there is no Flask', async () => {
    const { page } = await openLab(open, host);
    expect(await run(page, 'to-flask')).toContain('sudo apt-get install python3-flask');
    expect(await run(page, 'to-express')).toContain('Express saw an empty session');
  });
});
