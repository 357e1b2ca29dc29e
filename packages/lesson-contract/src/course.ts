// course.json: which exercises count, how much and until when. Without one, every core exercise counts equally.

import { z } from 'zod';

const instant = z.iso.datetime({ offset: true }).describe('ISO 8601 with time zone, e.g. 2026-03-02T23:59:00Z.');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens');

const assignment = z.strictObject({
  id,
  title: z.string().min(1),
  exercises: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, '<lesson>/<exercise>')).min(1),
  weight: z.number().min(0).max(1000).default(1).describe('Share of the course total, relative to the others.'),
  due: instant.optional().describe('Without it the assignment is always due.'),
  lmsColumn: z.string().optional().describe("The column's title in the gradebook it goes back to."),
  attempts: z.enum(['last', 'best']).default('last'),
});

const late = z.strictObject({
  graceMinutes: z.int().min(0).default(0),
  percentPerDay: z.number().min(0).max(100),
  maxPercent: z.number().min(0).max(100).default(100),
});

const handIn = z.strictObject({
  uploadTo: z.string().min(1).describe('Where students upload what `npm run hand-in` has packed: an address, or a sentence.'),
});

export const courseSchema = z
  .strictObject({
    $schema: z.string().optional(),
    title: z.string().min(1),
    assignments: z.array(assignment).min(1),
    extensions: z.array(z.strictObject({ student: z.string(), assignment: id, due: instant })).default([]),
    late: late.optional(),
    handIn: handIn.optional(),
  })
  .superRefine(({ assignments, extensions }, context) => {
    const known = new Set<string>();
    assignments.forEach(({ id: assignmentId }, index) => {
      if (known.has(assignmentId))
        context.addIssue({ code: 'custom', path: ['assignments', index, 'id'], message: 'an id that no other assignment has' });
      known.add(assignmentId);
    });
    extensions.forEach(({ assignment: assignmentId }, index) => {
      if (!known.has(assignmentId))
        context.addIssue({
          code: 'custom',
          path: ['extensions', index, 'assignment'],
          message: `one of: ${[...known].join(', ')}`,
        });
    });
  });

export type CourseManifest = z.infer<typeof courseSchema>;
export type Assignment = CourseManifest['assignments'][number];
