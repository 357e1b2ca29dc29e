// Reading a session in the page: the lab's own, Flask's measured ones, and what is none.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { expectNoAxeViolations } from './axe';
import { openLab, run } from './lab-visit';
import { describeInBrowser } from './visit-site';

/** A row of the measured vectors, as far as it is used here. */
interface Dumped {
  readonly kind: string;
  readonly cookie_value: string;
  readonly payload_json: string;
  readonly compressed: boolean;
}

describeInBrowser('read a session without the key', (open) => {
  it('reads it step by step, in the page alone', async () => {
    const { page, context } = await openLab(open, 'read-a-session.course.localhost');
    await page.getByRole('radio', { name: 'everything in it' }).check();
    await page.getByRole('checkbox', { name: /wish list/ }).check();
    expect(await run(page, 'visit')).toContain('Right.');
    const asked: string[] = [];
    // The icon is asked for when Chromium finds the time.
    context.on('request', (request) => request.url().endsWith('/assets/icon.svg') || asked.push(request.url()));
    const read = async (value?: string): Promise<readonly string[]> => {
      if (value !== undefined) await page.locator('[data-pasted]').fill(value);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('[data-reading] li').last().filter({ hasText: /^(?:Signature|Stopped)/ }).waitFor(); // prettier-ignore
      return page.locator('[data-reading] li').allInnerTexts();
    };
    const steps = await read();
    expect(steps.map((text) => text.split('\n')[0])).toEqual([
      'Split at the dots',
      'Payload: undo base64url',
      'Inflate',
      'Parse the JSON',
      'Time',
      'Signature',
    ]);
    expect(steps[3]).toContain('"secret_note": "staff discount: 40%"');
    const known = await read('eyJ0b3RhbCI6IjEyNS40NyJ9.ZVPxAA.OD9baX7dM5uy_qzuZWLaABlBCQY');
    expect(known.join('\n')).toMatch(/"total": "125.47"[\s\S]*2023-11-14T22:13:20.000Z/);
    expect(await read('just a word')).toHaveLength(1);
    expect((await read('eyJ0.ZVPxAA.OD9b')).at(-1)).toContain('Stopped');
    expect((await read('.eyJ0.ZVPxAA.OD9b')).at(-1)).toContain("isn't zlib data");
    expect(asked).toEqual([]);
    await expectNoAxeViolations(page);
  });

  it('reads what the real Flask has written', async () => {
    const { page } = await openLab(open, 'read-a-session.course.localhost');
    const path = join(__dirname, '..', '..', '..', 'flask-session-cookie', 'tests', 'vectors', 'flask-vectors.json');
    const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: readonly Dumped[] };
    const dumped = vectors.filter(({ kind, payload_json: json }) => kind === 'dump' && json !== undefined);
    expect(dumped.length).toBeGreaterThan(20);
    for (const { cookie_value: cookie, payload_json: json, compressed } of dumped) {
      await page.locator('[data-pasted]').fill(cookie);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page
        .locator('[data-reading] li')
        .nth(compressed ? 5 : 4)
        .waitFor();
      const shown = await page.locator('[data-reading] li').nth(compressed ? 3 : 2).locator('pre').textContent(); // prettier-ignore
      expect(shown).toBe(JSON.stringify(JSON.parse(json), null, 2));
    }
  });

  it('lets nothing of the page connect to anywhere', async () => {
    const { page, site, expectComplaint } = await openLab(open, 'read-a-session.course.localhost');
    expectComplaint(/Content Security Policy/);
    const sent = await page.evaluate(
      (url) => fetch(url, { mode: 'no-cors' }).then(() => 'sent', () => 'stopped'), // prettier-ignore
      `http://read-a-session.course.localhost:${site.port}/`,
    );
    expect(sent).toBe('stopped');
    expect(await page.locator('form [data-pasted]').count()).toBe(0);
  });
});
