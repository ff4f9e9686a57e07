import { z } from 'zod';

/** POST v1/library/tags and PUT v1/library/tags/{id}. */
export const TagUpdate = z.object({
  Name: z.string().trim().min(1).max(200).optional().catch(undefined),
  Items: z.array(z.unknown()).optional().catch(undefined),
});

/** One book of a collection. */
export const TagUpdateItem = z.object({
  RevisionId: z.string().min(1).max(200),
  Type: z.literal('ProductRevisionTagItem'),
});
