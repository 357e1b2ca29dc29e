// Report v1: what the grader hands back. Fields may be added, never renamed, while `version` is 1.

import { z } from 'zod';

const points = z.object({ earned: z.number(), possible: z.number() });

const reportCheck = z.object({
  id: z.string(),
  sentence: z.string(),
  visible: z.boolean(),
  outcome: z.enum(['passed', 'failed', 'not-run']),
  points,
  feedback: z.object({ misconception: z.string().nullable(), message: z.string(), section: z.string() }),
});

const reportExercise = z.object({
  id: z.string(),
  title: z.string().optional(),
  state: z.enum(['not-started', 'graded', 'not-gradable']),
  /** Whether it counts in what was asked for: false for stretch exercises without an assignment, and for what isn't due. */
  counts: z.boolean().optional(),
  /** A graded sheet of questions that isn't closed yet: its points are known, what came of each question is told to nobody. */
  withheld: z.boolean().optional(),
  seconds: z.number(),
  endedBecause: z.enum(['answered', 'timed-out', 'out-of-memory', 'crashed', 'too-much-output', 'did-not-start']),
  points,
  checks: z.array(reportCheck),
  advice: z.array(z.string()),
});

const reportSubmission = z.object({
  student: z.object({ id: z.string(), name: z.string() }),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  assignment: z.string().nullable(),
  attempt: z.int(),
  late: z.object({ seconds: z.number(), deduction: z.number() }),
  seed: z.string(),
  source: z.string(),
  contentHash: z.string(),
  receivedAt: z.string().nullable(),
  verdict: z.enum(['graded', 'not-gradable', 'grader-fault']),
  reason: z.string(),
  /** What was left out at intake, conflicts of identity: for the instructor. */
  findings: z.array(z.string()).optional(),
  points: points.nullable().describe('null: not due, blank in every gradebook.'),
  exercises: z.array(reportExercise),
});

export const reportSchema = z.object({
  version: z.literal(1),
  course: z.object({ hash: z.string(), title: z.string().optional() }),
  gradedAt: z.string(),
  isolation: z.object({
    level: z.enum(['bwrap', 'landlock', 'process']),
    probed: z.boolean(),
    stamp: z.literal('UNISOLATED').optional(),
  }),
  submissions: z.array(reportSubmission),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportSubmission = z.infer<typeof reportSubmission>;
export type ReportExercise = z.infer<typeof reportExercise>;
export type ReportCheck = z.infer<typeof reportCheck>;
