import { METADATA_FIELDS, type MetadataField } from '@octavo/domain';
import { z } from 'zod';
import { Id } from '../api/primitives.js';
import { defineQueue, job } from '../define-queue.js';

/** What came of the search for more about a book. 'off': nobody is switched on who could be asked. */
export const ENRICHMENT_OUTCOMES = ['done', 'suggested', 'none', 'blocked', 'off'] as const;

const Field = z.enum(METADATA_FIELDS as [MetadataField, ...MetadataField[]]);

export const enrichment = defineQueue('enrichment', {
  /** Asks providers for more about a book, and keeps what is surely it. `fresh`: asks anew what was answered before. */
  enrichBook: job({
    payload: z.object({ bookId: Id, fresh: z.boolean().optional() }),
    result: z.object({ outcome: z.enum(ENRICHMENT_OUTCOMES), detail: z.string() }),
    key: ({ bookId }) => bookId,
  }),
  /** Takes into a book what a provider has of it, because somebody said that it is the book. */
  applyFind: job({
    payload: z.object({
      bookId: Id,
      findId: Id,
      /** To be as the provider has them, whatever they are now. Without: only what is empty or less trusted. */
      fields: z.array(Field).optional(),
      cover: z.boolean().optional(),
      userId: Id.optional(),
    }),
    result: z.object({ changed: z.array(z.string()), detail: z.string() }),
    key: ({ findId }) => findId,
  }),
  /** Compares books that are new or changed with all others: which are the same work, and which may be. */
  tieWorks: job({
    payload: z.object({}),
    result: z.object({ compared: z.number().int(), tied: z.number().int(), suggested: z.number().int() }),
    key: () => 'all',
  }),
  /** Finds books nobody has asked about, and those that are to be asked about again. */
  sweep: job({
    payload: z.object({}),
    result: z.object({ asked: z.number().int() }),
    key: () => 'sweep',
  }),
});
