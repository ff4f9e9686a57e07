import { z } from 'zod';
import { Id } from '../api/primitives.js';
import { defineQueue, job } from '../define-queue.js';
import { laneOf } from './lane.js';

/** How many jobs may read files of one server side by side, over all replicas. */
export const READING_LANES = 2;

export const webdavSync = defineQueue('webdav-sync', {
  /**
   * Lists a WebDAV server, compares it with what is known, and takes new files in by their names. When the next try is
   * due is the database's business, so the queue tries once.
   */
  syncSource: job({
    payload: z.object({
      libraryId: Id,
      /** Only to see what there is: nothing is changed. */
      preview: z.boolean().default(false),
    }),
    result: z.object({
      /** WAITING: it is gone on with later, as the connection says. */
      outcome: z.enum(['OK', 'PARTIAL', 'HELD', 'WAITING']),
      found: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      moved: z.number().int(),
      /** Marked as missing. */
      removed: z.number().int(),
      /** Why what is gone was not marked missing, if it was not. */
      held: z.string().nullable(),
    }),
    key: ({ libraryId }) => libraryId,
    attempts: 1,
  }),
  /** Looks into files of a server that nobody has looked into, a few parts of each, until there are none. */
  readItems: job({
    payload: z.object({
      libraryId: Id,
      lane: laneOf(READING_LANES),
    }),
    result: z.object({ done: z.number().int(), failed: z.number().int() }),
    key: ({ libraryId, lane }) => `${libraryId}:${lane}`,
    attempts: 1,
  }),
});
