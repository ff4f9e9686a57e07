import { z } from 'zod';
import { WireDate } from './wire-date.js';

/** A book in a collection, by its revision. */
export const TagItem = z.object({ RevisionId: z.string().min(1), Type: z.literal('ProductRevisionTagItem') });

/** A collection on the device; `Items` is always the whole membership. */
export const Tag = z.object({
  Id: z.string().min(1),
  Name: z.string().min(1),
  Type: z.enum(['UserTag', 'SystemTag']),
  Created: WireDate,
  LastModified: WireDate,
  Items: z.array(TagItem),
});
export type Tag = z.infer<typeof Tag>;

export const DeletedTag = z.object({ Id: z.string().min(1), LastModified: WireDate });
export type DeletedTag = z.infer<typeof DeletedTag>;
