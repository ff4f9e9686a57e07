import { READING_STATUSES } from '@octavo/domain';
import { z } from 'zod';
import { Id, Time } from './primitives.js';

/** A place in a KEPUB: the content document's path in the archive and the id of a span in it ("kobo.12.3"). */
export const BookLocation = z.object({
  source: z.string().min(1).max(2_000),
  value: z.string().regex(/^kobo\.\d+\.\d+$/),
});

/** One earlier state of a reading, and who made it. */
export const ReadingChange = z.object({
  id: Id,
  at: Time,
  /** The device's name; null: the user, in a browser. */
  by: z.string().nullable(),
  status: z.enum(READING_STATUSES).nullable(),
  percent: z.number().int().min(0).max(100).nullable(),
  hasLocation: z.boolean(),
});
export type ReadingChange = z.infer<typeof ReadingChange>;

/** GET /api/books/:id/reading: where the user is in a book. */
export const Reading = z.object({
  status: z.enum(READING_STATUSES),
  percent: z.number().int().min(0).max(100).nullable(),
  /** In the file that devices get now; null where the place is not known there. */
  location: BookLocation.nullable(),
  timesStarted: z.number().int(),
  minutesSpent: z.number().int().nullable(),
  minutesLeft: z.number().int().nullable(),
  updatedAt: Time.nullable(),
  /** The newest first. */
  history: z.array(ReadingChange),
});
export type Reading = z.infer<typeof Reading>;

/**
 * PUT /api/books/:id/reading: what the user says in a browser. A percentage without a location is turned into a place in
 * the file that devices get, where there is one.
 */
export const ReadingUpdate = z
  .object({
    status: z.enum(READING_STATUSES),
    percent: z.number().min(0).max(100),
    location: BookLocation,
  })
  .partial()
  .refine((update) => Object.keys(update).length > 0, 'give a status, a percentage or a location');
export type ReadingUpdate = z.infer<typeof ReadingUpdate>;

/** POST /api/books/:id/reading/restore: back to an earlier state. */
export const ReadingRestore = z.object({ changeId: Id });
export type ReadingRestore = z.infer<typeof ReadingRestore>;
