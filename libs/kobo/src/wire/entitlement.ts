import { z } from 'zod';
import { WireDate } from './wire-date.js';

/** "This account owns this book", with what the device needs to keep it on its shelf or to take it off. */
export const BookEntitlement = z.object({
  Accessibility: z.enum(['Full', 'Preview']),
  ActivePeriod: z.object({ From: WireDate }),
  Created: WireDate,
  CrossRevisionId: z.string().min(1),
  Id: z.string().min(1),
  IsHiddenFromArchive: z.boolean(),
  IsLocked: z.boolean(),
  IsRemoved: z.boolean(),
  LastModified: WireDate,
  OriginCategory: z.string(),
  RevisionId: z.string().min(1),
  Status: z.enum(['Active', 'Deleted']),
});
export type BookEntitlement = z.infer<typeof BookEntitlement>;
