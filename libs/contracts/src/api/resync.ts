import { z } from 'zod';
import { BookDetail, BookFile } from './books.js';
import { Id } from './primitives.js';

/**
 * POST /api/books/:id/resync and /api/files/:id/resync: reads files anew, before the answer. `refresh` takes what they say
 * over everything that is not locked; else values keep their ranks.
 */
export const ResyncRequest = z.strictObject({ refresh: z.boolean().default(false) });
export type ResyncRequest = z.infer<typeof ResyncRequest>;

/** The file is gone from a folder that can be believed, and with the last file its book. */
export const Deleted = z.object({ deleted: z.literal(true), bookDeleted: z.boolean() });

export const FileResync = z.union([BookFile.extend({ bookId: Id }), Deleted]);
export type FileResync = z.infer<typeof FileResync>;

export const BookResync = z.union([
  BookDetail.extend({
    /** Files of the book that could not be read; what was known of them stays. */
    errors: z.array(
      z.object({ fileId: Id, path: z.string(), format: z.string(), code: z.string(), detail: z.string() }),
    ),
  }),
  Deleted,
]);
export type BookResync = z.infer<typeof BookResync>;
