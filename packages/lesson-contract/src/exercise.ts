// exercise.json: one exercise, as data. The site and the grader read it without running anything.

import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case: small letters, digits and single hyphens');
/** A link into the lesson's own text, or, with a lesson in front, into another's. */
const section = z
  .string()
  .regex(
    /^([a-z0-9-]+\/)?[a-z0-9-]+(#[a-z0-9-]+)?$/,
    'a page of lesson-text, e.g. "attributes", "attributes#max-age" or "sessions/signing"',
  );
const relativePath = z
  .string()
  .max(200)
  .regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9_][A-Za-z0-9._/-]*$/, 'a path inside the exercise, e.g. "app.ts"');

const check = z.strictObject({
  id: slug,
  sentence: z.string().min(10).describe('One sentence that is true or not of a submission.'),
  points: z.int().min(1).max(100),
  visible: z.boolean().describe('true: students have its test; false: only the instructor has.'),
  hint: z.string().min(10).describe('Shown on demand; costs nothing.'),
  section: section,
  demands: z.string().min(5).describe('The sentence of task.md that demands this, word for word.'),
});

const misconception = z.strictObject({
  id: slug,
  message: z.string().min(20).describe('What the student believed, said back to them, and what is true instead.'),
  section: section,
});

const limits = z.strictObject({
  loadMs: z.int().min(100).max(30_000).optional().describe('Wall time for loading the program, milliseconds. Default 5000.'),
  checkMs: z.int().min(100).max(60_000).optional().describe('Wall time of one check, milliseconds. Default 5000.'),
});

const fields = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().min(3),
  summary: z.string().min(10).describe('One line for lists.'),
  kind: z.enum(['build', 'fix', 'attack', 'decode', 'quiz']),
  level: z.enum(['core', 'stretch']),
  minutes: z.int().min(1).max(120),
  exposes: z.array(z.enum(['app', 'functions', 'attack', 'answers', 'files'])).min(1),
  files: z.array(relativePath).min(1).describe('What a student may hand in; nothing else arrives.'),
  entry: relativePath.describe('The file that is loaded (or, for answers, read).'),
  serve: relativePath
    .optional()
    .describe('What `serve` runs instead of the entry, inside the lesson package: e.g. "labs/pay-less-store.ts".'),
  modules: z.array(z.string()).default([]).describe('Packages the program may load, beside the safe node: modules.'),
  harness: relativePath
    .optional()
    .describe('Our app around the student\'s middleware, inside the exercise: e.g. "harness/app.ts".'),
  process: z
    .enum(['shared', 'own'])
    .default('shared')
    .describe('own: a process for this exercise alone, where a restart matters.'),
  limits: limits.default({}),
  checks: z.array(check).min(1),
  misconceptions: z.array(misconception),
  graded: z
    .boolean()
    .optional()
    .describe('Of a quiz: its key and what came of each question are told to nobody before it is closed.'),
  closed: z.boolean().optional().describe('Of a graded quiz: it is over, and its key may be told.'),
});

/** Fields, and what must hold between them. */
export const exerciseSchema = fields.superRefine((exercise, context) => {
  const complain = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
  if (!exercise.files.includes(exercise.entry)) complain(['entry'], `one of the files: ${exercise.files.join(', ')}`);
  for (const list of ['checks', 'misconceptions'] as const) {
    const seen = new Set<string>();
    exercise[list].forEach(({ id }, index) => {
      if (seen.has(id)) complain([list, index, 'id'], 'an id that no other has');
      seen.add(id);
    });
  }
  if (exercise.kind !== 'quiz') {
    if (exercise.misconceptions.length === 0) complain(['misconceptions'], 'at least one');
    for (const field of ['graded', 'closed'] as const)
      if (exercise[field] !== undefined) complain([field], 'nothing: only a quiz has it');
  }
  const points = (checks: readonly CheckManifest[]): number => checks.reduce((sum, { points }) => sum + points, 0);
  const visible = points(exercise.checks.filter(({ visible }) => visible));
  if (exercise.level === 'core' && exercise.graded !== true && visible < 0.6 * points(exercise.checks)) {
    complain(
      ['checks'],
      `visible checks with at least 60 % of the points in a core exercise; they have ${visible} of ${points(exercise.checks)}`,
    );
  }
});

export type ExerciseManifest = z.infer<typeof exerciseSchema>;
export type CheckManifest = z.infer<typeof check>;
export type MisconceptionManifest = z.infer<typeof misconception>;

/** A manifest with its place: `id` is `<lesson>/<exercise>`. */
export interface Exercise extends ExerciseManifest {
  readonly id: string;
}
