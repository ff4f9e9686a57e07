import { z } from 'zod';
import { Id } from '../api/primitives.js';
import { defineQueue, job } from '../define-queue.js';
import { laneOf } from './lane.js';

/** A place: a library and a path below its folder, with forward slashes. */
const Place = z.object({ libraryId: Id, path: z.string().min(1).max(4096) });

/** How many jobs may work on one library's arrivals side by side, over all replicas. */
export const IMPORT_LANES = 4;

export const ingest = defineQueue('ingest', {
  /** One file somebody waits for: an upload, or a file to be tried again. */
  importFile: job({
    payload: Place.extend({ origin: z.enum(['watch', 'scan', 'upload', 'retry']) }),
    result: z.object({ outcome: z.enum(['added', 'updated', 'unchanged', 'gone']), bookId: Id.nullable() }),
    key: ({ libraryId, path }) => `${libraryId}:${path}`,
    subject: ({ path }) => path,
    attempts: 12,
  }),
  /** Works through what is to be looked at in a library, beside the scan that found it and others of its kind. */
  importArrivals: job({
    payload: z.object({
      libraryId: Id,
      lane: laneOf(IMPORT_LANES),
    }),
    result: z.object({ done: z.number().int(), failed: z.number().int() }),
    key: ({ libraryId, lane }) => `${libraryId}:${lane}`,
  }),
  /** Compares a library's folder with what is known, looks at what differs and notes what is gone. */
  scanLibrary: job({
    payload: z.object({ libraryId: Id }),
    result: z.object({
      found: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      failed: z.number().int(),
      moved: z.number().int(),
      removed: z.number().int(),
      /** Why what is gone was not marked missing, if it was not. */
      held: z.string().nullable(),
      unreadable: z.array(z.string()),
    }),
    key: ({ libraryId }) => libraryId,
  }),
});
