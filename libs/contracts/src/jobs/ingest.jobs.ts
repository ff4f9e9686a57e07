import { z } from 'zod';
import { Id } from '../api/primitives.js';
import { defineQueue, job } from '../define-queue.js';

/** A place: a library and a path below its folder, with forward slashes. */
const Place = z.object({ libraryId: Id, path: z.string().min(1).max(4096) });
const placeKey = ({ libraryId, path }: z.infer<typeof Place>) => `${libraryId}:${path}`;

export const ingest = defineQueue('ingest', {
  importFile: job({
    payload: Place.extend({ origin: z.enum(['watch', 'scan', 'upload', 'retry']) }),
    result: z.object({ outcome: z.enum(['added', 'updated', 'unchanged', 'gone']), bookId: Id.nullable() }),
    key: placeKey,
    subject: ({ path }) => path,
    attempts: 12,
  }),
  forgetFile: job({
    payload: Place,
    result: z.object({ outcome: z.enum(['missing', 'still-there', 'unknown']) }),
    key: placeKey,
    subject: ({ path }) => path,
  }),
  scanLibrary: job({
    payload: z.object({ libraryId: Id }),
    result: z.object({
      found: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      unchanged: z.number().int(),
      unreadable: z.array(z.string()),
    }),
    key: ({ libraryId }) => libraryId,
  }),
});
