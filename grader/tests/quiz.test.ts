// The quiz at the terminal: what is asked, what is kept, what is told; played through without one.

import { describe, expect, test } from '@jest/globals';
import { drawPaper, type Key, keyOf, question } from '@cookie-lessons/question-bank';

import { askPaper } from '../src/doors/cli/quiz/ask-paper';

const colour = question({
  id: 'colour',
  kind: 'single',
  title: 'Colour',
  section: 'a/b',
  ask: () => ({ prompt: 'Which?', choices: { red: 'Red.', green: 'Green.', blue: 'Blue.' } }),
});
const many = question({
  id: 'many',
  kind: 'multiple',
  title: 'Many',
  section: 'a/b',
  ask: () => ({ prompt: 'Which of these?', choices: { one: '1', two: '2', three: '3' } }),
});
const amount = question({
  id: 'amount',
  kind: 'number',
  title: 'Amount',
  section: 'a/b',
  draw: (draw) => draw.integer('n', 10, 99),
  ask: (n) => ({ prompt: `How much is ${n} and one?`, unit: 'cents' }),
});
const keys = new Map<string, Key>(
  [
    keyOf(colour, { answer: () => 'red', explanation: 'It is red.', beliefs: { green: 'Not green.', blue: 'Not blue.' } }),
    keyOf(many, {
      answer: () => ['one', 'two'],
      explanation: 'One and two.',
      beliefs: { one: 'One is.', two: 'Two is.', three: 'Three is not.' },
    }),
    keyOf(amount, {
      answer: (n) => n + 1,
      explanation: 'One more.',
      mistakes: (n) => ({ same: { answer: n, belief: 'Nothing was added.' } }),
    }),
  ].map((key) => [key.question.id, key as Key]),
);
const paper = drawPaper({ course: 'c', studentId: 'ada', sheet: 's', attempt: 1 }, [colour, many, amount]);
const letter = (id: string, name: string): string =>
  paper.find((each) => each.question.id === id)?.choices.find((choice) => choice.name === name)?.letter ?? '';
const shownNumber = Number(/\d+/.exec(paper.find((each) => each.question.id === 'amount')?.asked.prompt ?? '')?.[0]);

/** Types what `answers` says for each question, in the order of the paper. */
async function play(
  answers: Readonly<Record<string, readonly string[]>>,
  explained = true,
): Promise<{ said: string; kept: unknown; end: unknown }> {
  const lines = paper.flatMap(({ question: { id } }) => answers[id] ?? []);
  const said: string[] = [];
  let kept: unknown = null;
  const end = await askPaper({
    paper,
    keys: explained ? keys : null,
    answers: {},
    keep: (all) => (kept = all),
    nextLine: () => Promise.resolve(lines.shift() ?? null),
    say: (text) => void said.push(text),
    columns: 80,
  });
  return { said: said.join('\n'), kept, end };
}

describe('a paper at the terminal', () => {
  test('keeps each answer, and explains it at once', async () => {
    const { said, kept, end } = await play({
      colour: [letter('colour', 'green')],
      many: [`${letter('many', 'one')}, ${letter('many', 'two').toUpperCase()}`],
      amount: [String(shownNumber)],
    });
    expect(end).toEqual({ answered: 3, stopped: false });
    expect(kept).toMatchObject({ colour: letter('colour', 'green'), amount: String(shownNumber) });
    for (const text of ['Not green.', 'It is red.', '✓ Right.', 'Nothing was added.', 'More: packages/a/lesson-text/b.md'])
      expect(said).toContain(text);
  });

  test('where the key has to wait, nothing is told', async () => {
    const { said } = await play({ colour: [letter('colour', 'green')], many: [''], amount: ['7'] }, false);
    expect(said).toContain('Kept.');
    for (const text of ['Not green', 'It is red', 'Right', 'One more']) expect(said).not.toContain(text);
  });

  test('asks again for what can be no answer; skips; stops', async () => {
    const { said, end } = await play({ colour: ['q'], many: ['q'], amount: ['many', 'z', '5'] });
    expect(said).toContain('"many" can\'t be an answer');
    expect(end).toMatchObject({ stopped: true });
  });
});
