import { z } from 'zod';

/** Ids are UUIDs everywhere. */
export const Id = z.uuid();

/** Times are ISO 8601, UTC. */
export const Time = z.iso.datetime();

/** How a list is asked for. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** How a list answers: `next` is the cursor of the next page, or null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });

/** What every request for background work answers (202). */
export const JobAccepted = z.object({ jobId: Id });
export type JobAccepted = z.infer<typeof JobAccepted>;
