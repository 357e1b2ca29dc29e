// What answers are worth, as a table; and that they are drawn for one student.

import { describe, expect, test } from '@jest/globals';

import { drawPaper, drawQuestion, gradeAnswer, type Key, keyOf, type Kind, question, readSheetAnswers } from '../src/index';

const owner = { course: 'course', studentId: 'ada', sheet: 'sheet', attempt: 1 };
const choices = { one: 'First.', two: 'Second.', three: 'Third.', four: 'Fourth.' };

function asked(kind: Kind, answer: string | number | readonly string[], more: Partial<Key> = {}) {
  const own = question({ id: 'q', kind, title: 'Q', section: 'a/b', ask: () => ({ prompt: 'What?', choices, unit: 'octets' }) });
  const key = keyOf(own, { answer: () => answer, explanation: 'So.', ...more });
  const paper = drawQuestion(owner, own);
  const letters = (...names: string[]): string[] =>
    names.map((name) => paper.choices.find((choice) => choice.name === name)?.letter ?? '?');
  return { grade: (given: unknown) => gradeAnswer(paper, key, given), letters };
}

describe('one right choice', () => {
  const { grade, letters } = asked('single', 'two', { beliefs: { one: 'You thought one.' } });
  const [one = '', two = ''] = letters('one', 'two');
  test('is right, in any case and in a list of one', async () => {
    for (const given of [two, ` ${two.toUpperCase()} `, [two]])
      expect(await grade(given)).toMatchObject({ fraction: 1, right: true });
  });
  test('another says what was believed', async () => {
    expect(await grade(one)).toMatchObject({ fraction: 0, belief: { name: 'one', text: 'You thought one.' }, problem: null });
  });
  test.each([undefined, null, '', [], 'z', 5, true, {}, ['a', 'b'], [['a']]])('%p is no answer', async (given) => {
    expect(await grade(given)).toMatchObject({ fraction: 0, right: false, problem: expect.any(String) });
  });
});

describe('several right choices', () => {
  const { grade, letters } = asked('multiple', ['one', 'two'], { beliefs: { three: 'Three?', one: 'Without one?' } });
  test.each<[string[], number]>([
    [['one', 'two'], 1],
    [['two', 'one'], 1],
    [['one'], 0.5],
    [['one', 'three'], 0],
    [['one', 'two', 'three'], 0.5],
    [['three'], 0],
    [['three', 'four'], 0],
    [['one', 'two', 'three', 'four'], 0],
  ])('%p earn %p', async (names, fraction) => expect((await grade(letters(...names))).fraction).toBe(fraction));
  test('the same letter twice is no answer', async () => {
    const [one = ''] = letters('one');
    expect(await grade([one, one])).toMatchObject({ problem: expect.any(String) });
  });
  test('what is ticked wrongly is spoken of first, then what is missing', async () => {
    expect((await grade(letters('one', 'three'))).belief?.text).toBe('Three?');
    expect((await grade(letters('two'))).belief?.text).toBe('Without one?');
  });
});

describe('an order', () => {
  const { grade, letters } = asked('order', ['one', 'two', 'three', 'four']);
  test.each<[string[], number]>([
    [['one', 'two', 'three', 'four'], 1],
    [['two', 'three', 'four', 'one'], 2 / 3],
    [['four', 'three', 'two', 'one'], 0],
    [['three', 'four', 'one', 'two'], 2 / 3],
  ])('%p earns %p', async (names, fraction) => expect((await grade(letters(...names))).fraction).toBeCloseTo(fraction));
  test('all letters are wanted', async () =>
    expect(await grade(letters('one', 'two'))).toMatchObject({ problem: expect.any(String) }));
});

describe('a number and a text', () => {
  const mistakes = () => ({ all: { answer: 4096, belief: 'The name counts, too.' } });
  const number = asked('number', 4092, { mistakes, tolerance: 0 });
  test.each([4092, '4092', '4,092', '4092 octets'])('%p is right', async (given) =>
    expect((await number.grade(given)).right).toBe(true),
  );
  test('a usual mistake is named, another is only wrong', async () => {
    expect(await number.grade(4096)).toMatchObject({ fraction: 0, belief: { text: 'The name counts, too.' } });
    expect(await number.grade(1)).toMatchObject({ fraction: 0, belief: null, problem: null });
  });
  test.each(['many', 'NaN', Infinity, {}, [4092], '1e3', '9'.repeat(400)])('%p is no number', async (given) => {
    expect(await number.grade(given)).toMatchObject({ fraction: 0, problem: expect.any(String) });
  });
  test('within its tolerance', async () => {
    const { grade } = asked('number', 100, { tolerance: 5 });
    expect([(await grade(95)).right, (await grade(94)).right]).toEqual([true, false]);
  });
  test('a text is compared without case and outer space', async () => {
    const { grade } = asked('read', 'Ada Lovelace');
    expect([(await grade(' ada  lovelace ')).right, (await grade('ada')).right]).toEqual([true, false]);
  });
});

describe('papers', () => {
  const seeded = question({
    id: 's',
    kind: 'single',
    title: 'S',
    section: 'a/b',
    draw: (draw) => draw.word('w'),
    ask: (word) => ({ prompt: word, choices }),
  });
  const plain = question({ id: 'p', kind: 'single', title: 'P', section: 'a/b', ask: () => ({ prompt: 'p', choices }) });
  const of = (changed: Partial<typeof owner>) => JSON.stringify(drawPaper({ ...owner, ...changed }, [seeded, plain]));
  test('are the same for the same owner', () => expect(of({})).toBe(of({})));
  test.each<[string, Partial<typeof owner>]>([
    ['student', { studentId: 'bob' }],
    ['course', { course: 'other' }],
    ['sheet', { sheet: 'other' }],
    ['attempt', { attempt: 2 }],
  ])('differ with the %s', (_what, changed) => expect(of(changed)).not.toBe(of({})));
  test('two choices that say the same are drawn again; where that never ends, it is said', () => {
    const sometimes = question({
      id: 'd', kind: 'single', title: 'D', section: 'a/b',
      draw: (draw) => draw.integer('n', 1, 3),
      ask: (n) => ({ prompt: 'n', choices: { right: `${n}`, wrong: '1', other: '0' } }),
    }); // prettier-ignore
    for (let n = 0; n < 50; n++) expect(drawQuestion({ ...owner, attempt: n + 1 }, sometimes).asked.choices?.right).not.toBe('1');
    const never = question({ ...sometimes, draw: () => 1 });
    expect(() => drawQuestion(owner, never)).toThrow('d: 100 draws in a row had two equal choices.');
  });
});

describe('answers.json', () => {
  test('needs only answers', () =>
    expect(readSheetAnswers({ answers: { q: 'a' } })).toEqual({ student: '', attempt: 1, answers: { q: 'a' } }));
  test.each([{ student: 5 }, { attempt: 0 }, { attempt: 1.5 }, { attempt: '1' }, { answers: [] }, { answers: null }])(
    '%p is explained',
    (file) => expect(readSheetAnswers(file as Record<string, unknown>)).toEqual(expect.any(String)),
  );
});
