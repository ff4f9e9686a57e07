import { z } from 'zod';
import { Id } from '../api/primitives.js';
import { defineQueue, job } from '../define-queue.js';

export const conversion = defineQueue('conversion', {
  /**
   * Settles in which form devices get a book, converting it where that is wanted, and tells the devices. `unasked`: it lies
   * on another server, and no device is to have it.
   */
  prepareBook: job({
    payload: z.object({ bookId: Id }),
    result: z.object({ form: z.enum(['kepub', 'epub', 'none', 'unasked']), reason: z.string().nullable() }),
    key: ({ bookId }) => bookId,
  }),
  /** Finds the places of users' bookmarks in the KEPUB that devices get now, and tells their devices. */
  placeReadings: job({
    payload: z.object({ bookId: Id }),
    result: z.object({ placed: z.number().int() }),
    key: ({ bookId }) => bookId,
  }),
  renderCover: job({
    payload: z.object({ coverId: z.string().regex(/^[0-9a-f]{16}$/) }),
    result: z.object({ sizes: z.number().int() }),
    key: ({ coverId }) => coverId,
  }),
  /** Writes what is known of a book into one of its files, where its library is to have that. */
  writeMetadata: job({
    payload: z.object({ fileId: Id }),
    result: z.object({ written: z.boolean(), detail: z.string() }),
    key: ({ fileId }) => fileId,
  }),
  /** Finds books nobody settled a form for, and files that do not say what they should, and asks for them. */
  sweep: job({
    payload: z.object({}),
    result: z.object({ asked: z.number().int() }),
    key: () => 'sweep',
  }),
});
