// lesson.json: the order of lessons and of the exercises in one lives here and nowhere else.

import { z } from 'zod';

export const lessonSchema = z.strictObject({
  $schema: z.string().optional(),
  order: z.int().min(1).describe('Where the lesson stands in the course, from 1.'),
  title: z.string().min(3),
  summary: z.string().min(10).describe('One sentence: what you can do afterwards.'),
  pages: z
    .array(z.string().regex(/^[a-z0-9-]+$/))
    .min(1)
    .describe('Pages of lesson-text/ in reading order, without .md.'),
  labModules: z.array(z.string()).default(['express', 'cookie-parser']).describe('Packages that the apps in labs/ may load.'),
  exercises: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/)).describe('Folders of exercises/ in order.'),
});

export type Lesson = z.infer<typeof lessonSchema>;
