// From a form to answers.json, and what must not stand in a page before it was answered.

import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { drawPaper, type PaperQuestion } from '@cookie-lessons/question-bank';

import { moved, readForm, readOrder } from '../src/quiz/read-form';
import { quizInMemory } from './exercise-fakes';
import { type OpenSite, openSite } from './open-site';

// Slow machines compile the whole site first.
jest.setTimeout(60_000);

const paperOf = (kind: PaperQuestion['question']['kind']): PaperQuestion => ({
  question: { id: 'one', kind, title: 'One', section: 'sessions/signing', ask: () => ({ prompt: '' }) },
  values: null,
  asked: { prompt: '' },
  choices: ['a', 'b', 'c'].map((letter) => ({ letter, name: `name-${letter}`, text: letter })),
});

describe('A form', () => {
  it.each([
    ['single', { answer: 'b' }, 'b'],
    ['predict', { answer: ' b ' }, 'b'],
    ['single', { answer: ['a', 'b'] }, null],
    ['single', { answer: 'd' }, null],
    ['single', {}, null],
    ['multiple', { answer: 'b' }, ['b']],
    ['multiple', { answer: ['c', 'a'] }, ['c', 'a']],
    ['multiple', { answer: ['a', 'x'] }, null],
    ['multiple', {}, null],
    ['order', { order: 'cab' }, ['c', 'a', 'b']],
    ['order', { order: 'ca' }, null],
    ['order', { order: 'caa' }, null],
    ['order', { order: 'cabb' }, null],
    ['order', { order: ['c', 'a', 'b'] }, null],
    ['number', { answer: '4,092 octets' }, '4,092 octets'],
    ['number', { answer: 'many' }, null],
    ['read', { answer: ' ada ' }, 'ada'],
    ['read', { answer: '   ' }, null],
    ['read', { answer: { x: 1 } }, null],
  ] as const)('of a question of kind %s with %j gives %j', (kind, fields, wanted) => {
    const read = readForm(paperOf(kind), fields);
    expect('given' in read ? read.given : null).toEqual(wanted);
  });

  it('changes an order by one step, and not beyond its ends', () => {
    const order = readOrder(paperOf('order'), 'abc') ?? [];
    expect(['up-b', 'down-b', 'up-a', 'down-c', 'up-x', undefined].map((move) => moved(order, move).join(''))).toEqual([
      'bac',
      'acb',
      'abc',
      'abc',
      'abc',
      'abc',
    ]);
  });
});

describe('The quiz', () => {
  let site: OpenSite | undefined;
  afterEach(async () => {
    await site?.close();
  });

  it('has nothing of a key in a page before it was answered', async () => {
    const quiz = quizInMemory();
    const here = (site = await openSite({ quiz }));
    for (const [name, sheet] of Object.entries(quiz.quiz.sheets)) {
      const keys = quiz.quiz.loadKeys(name);
      const papers = drawPaper(quiz.quiz.paperOwner(name, 'ada', 1), sheet.questions);
      for (const [index, { question }] of papers.entries()) {
        const page = await (await fetch(`http://127.0.0.1:${here.port}/quiz/${name}?q=${index + 1}`)).text();
        const key = keys?.get(question.id);
        expect(page).toContain(question.title);
        const secrets = [key?.explanation ?? '', ...Object.values(key?.beliefs ?? {}), ...sheetNames(papers[index])];
        expect(secrets.filter((secret) => secret.length > 0 && page.includes(secret))).toEqual([]);
      }
    }
  });

  it('takes an answer from its own pages alone', async () => {
    const quiz = quizInMemory();
    const here = (site = await openSite({ quiz }));
    const [first] = drawPaper(
      quiz.quiz.paperOwner('questions-sessions', 'ada', 1),
      quiz.quiz.sheets['questions-sessions']?.questions ?? [],
    );
    const path = `http://127.0.0.1:${here.port}/quiz/questions-sessions`;
    const page = await (await fetch(path)).text();
    const token = /name="token" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const send = async (given: string, fetchSite: string): Promise<number> => {
      const body = new URLSearchParams({ token: given, answer: 'a' });
      const sent = { method: 'POST', body, redirect: 'manual' as const, headers: { 'sec-fetch-site': fetchSite } };
      return (await fetch(`${path}/${first?.question.id}`, sent)).status;
    };
    expect([await send('', 'same-origin'), await send(token, 'same-site'), await send(token, 'none')]).toEqual([403, 403, 403]);
    expect(quiz.kept.size).toBe(0);
    expect(await send(token, 'same-origin')).toBe(303);
    expect(quiz.kept.get('questions-sessions')?.answers).toEqual({ [first?.question.id ?? '']: expect.anything() });
  });

  it.each(['no-such', '__proto__', 'constructor', 'questions-sessions?q=99'])('has no sheet %s', async (sheet) => {
    const here = (site = await openSite({ quiz: quizInMemory() }));
    expect((await fetch(`http://127.0.0.1:${here.port}/quiz/${sheet}`)).status).toBe(404);
  });

  it("says what to mend in a file that can't be used, and leaves it alone", async () => {
    const quiz = quizInMemory();
    const here = (site = await openSite({
      quiz: { ...quiz, readAnswers: () => 'answers.json: "attempt" should be a whole number.' },
    }));
    const page = await (await fetch(`http://127.0.0.1:${here.port}/quiz/questions-sessions`)).text();
    expect(page).toContain('answers.json: &quot;attempt&quot; should be a whole number.');
    expect(quiz.kept.size).toBe(0);
  });

  it('draws a practice sheet anew, and never one that counts', async () => {
    const quiz = quizInMemory();
    const here = (site = await openSite({ quiz }));
    const page = await (await fetch(`http://127.0.0.1:${here.port}/quiz/questions-sessions`)).text();
    const token = /name="token" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const draw = async (sheet: string): Promise<number> => {
      const sent = { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' as const };
      return (
        await fetch(`http://127.0.0.1:${here.port}/quiz/${sheet}`, { ...sent, headers: { 'sec-fetch-site': 'same-origin' } })
      ).status;
    };
    expect([await draw('questions-sessions'), await draw('final-questions')]).toEqual([303, 404]);
    expect([...quiz.kept]).toEqual([['questions-sessions', { student: 'ada', attempt: 2, answers: {} }]]);
  });
});

/** The author's names of the choices may tell; short ones stand in a page by chance. */
function sheetNames(paper: PaperQuestion | undefined): readonly string[] {
  return (paper?.choices ?? []).map(({ name }) => `value="${name}"`);
}
