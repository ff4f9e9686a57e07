import { z } from 'zod';

const LONGEST_NAME = 200;

/** POST v1/library/tags and PUT v1/library/tags/{id}. A long name is cut: refused, it would come again for ever. */
export const TagUpdate = z.object({
  Name: z
    .string()
    .transform((name) => name.trim().slice(0, LONGEST_NAME).toWellFormed())
    .pipe(z.string().min(1))
    .optional()
    .catch(undefined),
  Items: z.array(z.unknown()).optional().catch(undefined),
});

/** One book of a collection. */
export const TagUpdateItem = z.object({
  RevisionId: z.string().min(1).max(200),
  Type: z.literal('ProductRevisionTagItem'),
});
