import { describe, expect, test } from '@jest/globals';

import {
  courseSchema,
  exerciseSchema,
  ManifestError,
  nearest,
  parseManifest,
  parseWrongAnswerHeader,
  reportSchema,
} from '../src/index';

const check = {
  id: 'works',
  sentence: 'It works as it should.',
  points: 5,
  visible: true,
  hint: 'Think about it again.',
  section: 'a-page',
  demands: 'It works.',
};
const exercise = {
  title: 'An exercise',
  summary: 'One line for lists.',
  kind: 'build',
  level: 'core',
  minutes: 5,
  exposes: ['app'],
  files: ['app.ts'],
  entry: 'app.ts',
  checks: [check],
  misconceptions: [{ id: 'wrong-idea', message: 'You believed what is not so.', section: 'a-page#part' }],
};
const parse = (change: object): unknown =>
  parseManifest(exerciseSchema, JSON.stringify({ ...exercise, ...change }), 'exercise.json');

describe('exercise.json', () => {
  test('is read, with what may be left out filled in', () => {
    expect(parse({})).toMatchObject({ title: 'An exercise', modules: [], process: 'shared', limits: {} });
  });

  test.each([
    [{ checks: [{ ...check, points: '5' }] }, 'exercise.json: checks[0].points: found "5" (a string), wanted a number'],
    [{ level: 'hard' }, 'exercise.json: level: found "hard" (a string), wanted one of: core, stretch'],
    [{ entry: 'other.ts' }, 'exercise.json: entry: found "other.ts" (a string), wanted one of the files: app.ts'],
    [{ checks: [check, check] }, 'exercise.json: checks[1].id: found "works" (a string), wanted an id that no other has'],
    [{ entri: 'x' }, 'exercise.json: entri: found a field that is not known here, wanted no such field'],
    [
      { files: ['../../etc/passwd'] },
      'exercise.json: files[0]: found "../../etc/passwd" (a string), wanted a path inside the exercise',
    ],
    [{ title: undefined }, 'exercise.json: title: found nothing, wanted a string'],
    [
      { checks: [{ ...check, visible: false }] },
      'visible checks with at least 60 % of the points in a core exercise; they have 0 of 5',
    ],
  ])('%j is refused with place, found and wanted', (change, message) => {
    expect(() => parse(change)).toThrow(message);
  });

  test('all findings come at once', () => {
    try {
      parse({ minutes: 0, kind: 'x', level: 'y' });
      throw new Error('It was read.');
    } catch (error) {
      expect(error).toBeInstanceOf(ManifestError);
      expect((error as ManifestError).findings.map(({ path }) => path).sort()).toEqual(['kind', 'level', 'minutes']);
    }
  });

  test('text that is not JSON is said to be so', () => {
    expect(() => parseManifest(exerciseSchema, '{ "title": ', 'x/exercise.json')).toThrow(
      /^x\/exercise.json: found text that is not JSON/,
    );
  });
});

describe('course.json', () => {
  test('an extension for an unknown assignment is refused', () => {
    const course = {
      title: 'C',
      assignments: [{ id: 'a', title: 'A', exercises: ['l/e'] }],
      extensions: [{ student: 's', assignment: 'b', due: '2026-01-01T00:00:00Z' }],
    };
    expect(() => parseManifest(courseSchema, JSON.stringify(course), 'course.json')).toThrow(
      'extensions[0].assignment: found "b" (a string), wanted one of: a',
    );
  });
});

describe('report v1', () => {
  test('fields that were added later do not hinder reading', () => {
    const report = {
      version: 1,
      course: { hash: 'h' },
      gradedAt: '2026-01-01T00:00:00Z',
      isolation: { level: 'bwrap', probed: true },
      submissions: [],
      later: 1,
    };
    expect(reportSchema.safeParse(report).success).toBe(true);
    expect(reportSchema.safeParse({ ...report, version: 2 }).success).toBe(false);
  });
});

describe('headers of wrong answers', () => {
  test.each([
    [
      '// Caught by: a-check, b-check\n// Misconception: wrong-idea\n// Because it looks alike.\ncode',
      { caughtBy: ['a-check', 'b-check'], misconception: 'wrong-idea', by: 'assertion', why: 'Because it looks alike.' },
    ],
    ['// Caught by: a by time-out\n// Misconception: m\n', { caughtBy: ['a'], misconception: 'm', by: 'time-out', why: '' }],
    [
      '{\n  "// Caught by": "a",\n  "// Misconception": "m",\n  "// Why": "Copied.",\n  "receipt": ""\n}',
      { caughtBy: ['a'], misconception: 'm', by: 'assertion', why: 'Copied.' },
    ],
  ])('%j', (text, header) => expect(parseWrongAnswerHeader(text)).toEqual(header));

  test('without both lines there is none', () => expect(parseWrongAnswerHeader('// Caught by: a\ncode')).toBeNull());
});

test('the nearest name is told only when it is near', () => {
  expect([nearest('entri', ['entry', 'title']), nearest('zzz', ['entry'])]).toEqual(['entry', null]);
});
