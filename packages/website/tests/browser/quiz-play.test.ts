// A sheet from the first question to the last, by keyboard alone; and without scripts.

import { expect, it } from '@jest/globals';
import { asWritten, drawPaper, type PaperQuestion } from '@cookie-lessons/question-bank';
import type { Page } from 'playwright-core';

import { quizInMemory } from '../exercise-fakes';
import { expectNoAxeViolations } from './axe';
import { describeInBrowser } from './visit-site';

const sheet = 'questions-secret-keys';

interface Solved {
  readonly paper: PaperQuestion;
  /** As answers.json has it. */
  readonly answer: unknown;
}

async function solve(quiz: ReturnType<typeof quizInMemory>): Promise<readonly Solved[]> {
  const keys = quiz.quiz.loadKeys(sheet);
  const papers = drawPaper(quiz.quiz.paperOwner(sheet, 'ada', 1), quiz.quiz.sheets[sheet]?.questions ?? []);
  return Promise.all(
    papers.map(async (paper) => ({
      paper,
      answer: asWritten(paper, (await keys?.get(paper.question.id)?.answer(paper.values)) ?? ''),
    })),
  );
}

/** @param selector of what should get the focus, with Tab alone. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 times Tab, and never at ${selector}.`);
}

async function answerByKeyboard(page: Page, { paper, answer }: Solved): Promise<void> {
  const letters = [answer].flat().map(String);
  switch (paper.question.kind) {
    case 'number':
    case 'read':
      await tabTo(page, 'input[name=answer]');
      await page.keyboard.type(String(answer));
      return page.keyboard.press('Enter');
    case 'multiple':
      for (const { letter } of paper.choices.filter((choice) => letters.includes(choice.letter))) {
        await tabTo(page, `input[value=${letter}]`);
        await page.keyboard.press('Space');
      }
      return page.keyboard.press('Enter');
    case 'order':
      await putInOrder(page, letters);
      await tabTo(page, 'button[form=answer]');
      return page.keyboard.press('Enter');
    default: {
      await tabTo(page, 'input[type=radio]');
      await page.keyboard.press('Space');
      const steps = paper.choices.findIndex(({ letter }) => letter === letters[0]);
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
      return page.keyboard.press('Enter');
    }
  }
}

const shownOrder = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ordering li')].map((item) => item.dataset.letter).join(''));

/** From the top, each upwards to its place, with its own button. */
async function putInOrder(page: Page, letters: readonly string[]): Promise<void> {
  for (const [place, letter] of letters.entries()) {
    while ((await shownOrder(page)).indexOf(letter) > place) {
      const before = await shownOrder(page);
      await tabTo(page, `button[value=up-${letter}]`);
      await page.keyboard.press('Enter');
      await page.waitForFunction((was) => [...document.querySelectorAll<HTMLElement>('.ordering li')].map((item) => item.dataset.letter).join('') !== was, before); // prettier-ignore
    }
  }
}

describeInBrowser('A sheet of questions', (open) => {
  it('is played through by keyboard, each answer explained at once', async () => {
    const quiz = quizInMemory();
    const solved = await solve(quiz);
    const { page, goto } = await open({ quiz });
    await goto(`/quiz/${sheet}`);
    for (const [index, each] of solved.entries()) {
      await page.getByText(`question ${index + 1} of ${solved.length}`).waitFor();
      if (index < 3) await expectNoAxeViolations(page);
      await answerByKeyboard(page, each);
      await page.getByRole('heading', { name: 'Right', exact: true }).waitFor();
      expect(await page.title()).toContain(`Right: ${each.paper.question.title}`);
      expect(await page.locator('#outcome a[href^="/text/"]').count()).toBe(1);
      if (index < 3) await expectNoAxeViolations(page);
      await tabTo(page, 'main .actions a.button');
      await page.keyboard.press('Enter');
    }
    await page.getByText(`${solved.length} of ${solved.length} answered, ${solved.length} of them right.`).waitFor();
    expect(quiz.kept.get(sheet)).toEqual({
      student: 'ada',
      attempt: 1,
      answers: Object.fromEntries(solved.map(({ paper, answer }) => [paper.question.id, expectedOf(answer)])),
    });
    await expectNoAxeViolations(page);
  });

  it('puts things in order by buttons, says where each has gone, and leaves the focus on the button', async () => {
    const quiz = quizInMemory();
    const at = (await solve(quiz)).findIndex(({ paper }) => paper.question.kind === 'order');
    const { page, goto } = await open({ quiz });
    await goto(`/quiz/${sheet}?q=${at + 1}`);
    const order = await shownOrder(page);
    const [first = '', second = ''] = order;
    await tabTo(page, `button[value=down-${first}]`);
    await page.keyboard.press('Enter');
    expect(await shownOrder(page)).toBe(`${second}${first}${order.slice(2)}`);
    await page.locator('[data-moved]').filter({ hasText: /^Now 2 of \d: / }).waitFor({ state: 'attached' }); // prettier-ignore
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe(`down-${first}`);
    await expectNoAxeViolations(page);
  });

  it('is played with scripts off, order and all', async () => {
    const quiz = quizInMemory();
    const solved = await solve(quiz);
    const { page, goto } = await open({ quiz }, { javaScriptEnabled: false });
    const at = solved.findIndex(({ paper }) => paper.question.kind === 'order');
    await goto(`/quiz/${sheet}?q=${at + 1}&pane=1`);
    const letters = [solved[at]?.answer].flat().map(String);
    for (const [place, letter] of letters.entries()) {
      for (;;) {
        const shown = await page
          .locator('.ordering li')
          .evaluateAll((items) => items.map((item) => item.getAttribute('data-letter')));
        if (shown.indexOf(letter) <= place) break;
        await page.locator(`button[value=up-${letter}]`).press('Enter');
        await page.waitForURL(new RegExp(`order=${shown.join('')}&move=up-${letter}`));
      }
    }
    await page.getByRole('button', { name: 'This is the order' }).press('Enter');
    await page.getByRole('heading', { name: 'Right', exact: true }).waitFor();
    expect(quiz.kept.get(sheet)?.answers).toEqual({ [solved[at]?.paper.question.id ?? '']: letters });
    expect(await page.locator('header.top').count()).toBe(0);
    const single = solved.findIndex(({ paper }) => paper.question.kind === 'single');
    await goto(`/quiz/${sheet}?q=${single + 1}`);
    const wrong = solved[single]?.paper.choices.find(({ letter }) => letter !== solved[single]?.answer);
    await page.locator(`input[value=${wrong?.letter}]`).check();
    await page.getByRole('button', { name: 'Answer' }).press('Enter');
    await page.getByRole('heading', { name: 'Not right' }).waitFor();
    await page.locator('.belief').waitFor();
    expect(page.url()).toContain('#outcome');
  });

  it('keeps the answers of a sheet that counts, and explains none', async () => {
    const quiz = quizInMemory();
    const { page, goto } = await open({ quiz });
    await goto('/quiz/final-questions');
    const [first] = drawPaper(
      quiz.quiz.paperOwner('final-questions', 'ada', 1),
      quiz.quiz.sheets['final-questions']?.questions ?? [],
    );
    if (!first) throw new Error('The final sheet has no questions.');
    const [a = '', ...rest] = first.choices.map(({ letter }) => letter);
    const answer = first.question.kind === 'order' ? [a, ...rest] : first.choices.length === 0 ? '4092' : a;
    await answerByKeyboard(page, { paper: first, answer });
    await page.getByText('It is kept. What was right, and why, is told when the sheet is closed.').waitFor();
    expect(Object.keys(quiz.kept.get('final-questions')?.answers ?? {})).toEqual([first.question.id]);
    await goto('/quiz/final-questions?q=end');
    expect(await page.getByRole('button', { name: 'Draw it anew' }).count()).toBe(0);
    await expectNoAxeViolations(page);
  });

  it('fits on a phone', async () => {
    const { page, goto } = await open({ quiz: quizInMemory() }, { viewport: { width: 320, height: 700 } });
    for (let number = 1; number <= 9; number++) {
      await goto(`/quiz/${sheet}?q=${number}`);
      expect([number, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([number, 320]);
    }
  });
});

/** A form sends texts, and ticks in the order of the page. */
function expectedOf(answer: unknown): unknown {
  if (typeof answer === 'number') return String(answer);
  return Array.isArray(answer) ? expect.arrayContaining(answer) : answer;
}
