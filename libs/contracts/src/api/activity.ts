import { z } from 'zod';
import { Complaint } from './books.js';
import { Id, PageQuery, pageOf, Time } from './primitives.js';

export const JOB_STATES = ['waiting', 'active', 'completed', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** One run of one job, as kept in Postgres. */
export const JobRun = z.object({
  id: Id,
  queue: z.string(),
  name: z.string(),
  /** What it works on, in a few words ("Jane Austen/Emma.epub"), where the job can say so. */
  subject: z.string().nullable(),
  state: z.enum(JOB_STATES),
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }),
  attempts: z.number().int(),
  result: z.unknown().nullable(),
  error: Complaint.nullable(),
  createdAt: Time,
  startedAt: Time.nullable(),
  finishedAt: Time.nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

export const JobRunPage = pageOf(JobRun);
export type JobRunPage = z.infer<typeof JobRunPage>;

/** GET /api/jobs */
export const JobRunQuery = PageQuery.extend({
  state: z.enum(JOB_STATES).optional(),
  queue: z.string().max(50).optional(),
});
export type JobRunQuery = z.infer<typeof JobRunQuery>;
