import { z } from 'zod';
import { Complaint } from './books.js';
import { Id, pageOf, Time } from './primitives.js';

/** A folder tree the server watches. */
export const Library = z.object({
  id: Id,
  name: z.string(),
  path: z.string(),
  bookCount: z.number().int(),
  missingCount: z.number().int(),
  lastScanAt: Time.nullable(),
  /** Why the folder could not be read at the last look, or null. */
  problem: Complaint.nullable(),
});
export type Library = z.infer<typeof Library>;

export const LibraryPage = pageOf(Library);
export type LibraryPage = z.infer<typeof LibraryPage>;
