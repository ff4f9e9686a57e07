import { z } from 'zod';
import { AudibleTally } from '../api/audible.js';
import { Id } from '../api/primitives.js';
import { defineQueue, job } from '../define-queue.js';

export const audibleSync = defineQueue('audible-sync', {
  /**
   * Takes in what an account has bought at one marketplace, and what changed of it. When the next try is due is the
   * database's business, so the queue tries once.
   */
  syncStore: job({
    payload: z.object({
      storeId: Id,
      /** Everything, though a question for changes would do. */
      full: z.boolean().default(false),
    }),
    result: AudibleTally.extend({
      /** WAITING: Audible wants a pause; it is gone on with after that, as the store says. */
      outcome: z.enum(['OK', 'PARTIAL', 'WAITING']),
      durationMs: z.number().int(),
    }),
    key: ({ storeId }) => storeId,
    attempts: 1,
  }),
  /** Fetches the covers of titles that have none, or another one by now. */
  fetchCovers: job({
    payload: z.object({}),
    result: z.object({ fetched: z.number().int(), failed: z.number().int() }),
    key: () => 'all',
    attempts: 1,
  }),
  /** Asks what volumes the series of bought titles have, where that was asked long ago or never. */
  listSeries: job({
    payload: z.object({}),
    result: z.object({ listed: z.number().int(), failed: z.number().int() }),
    key: () => 'all',
    attempts: 1,
  }),
});
