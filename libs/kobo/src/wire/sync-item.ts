import { z } from 'zod';
import { BookMetadata } from './book-metadata.js';
import { BookEntitlement } from './entitlement.js';
import { ReadingState } from './reading-state.js';
import { DeletedTag, Tag } from './tag.js';

const Entitled = z.object({ BookEntitlement, BookMetadata });

/** The book is to appear on the device, or to be fetched again. */
export const NewEntitlement = z.strictObject({
  NewEntitlement: Entitled.extend({ ReadingState: ReadingState.optional() }),
});
export type NewEntitlement = z.infer<typeof NewEntitlement>;

/** Flags of an entitlement changed. The device reads nothing here but `BookEntitlement`. */
export const ChangedEntitlement = z.strictObject({ ChangedEntitlement: Entitled });
export type ChangedEntitlement = z.infer<typeof ChangedEntitlement>;

/** Title, series, cover and the like changed; the file stays. */
export const ChangedProductMetadata = z.strictObject({ ChangedProductMetadata: Entitled });
export type ChangedProductMetadata = z.infer<typeof ChangedProductMetadata>;

export const ChangedReadingState = z.strictObject({ ChangedReadingState: z.object({ ReadingState }) });
export type ChangedReadingState = z.infer<typeof ChangedReadingState>;

export const NewTagItem = z.strictObject({ NewTag: z.object({ Tag }) });
export type NewTagItem = z.infer<typeof NewTagItem>;
export const ChangedTagItem = z.strictObject({ ChangedTag: z.object({ Tag }) });
export type ChangedTagItem = z.infer<typeof ChangedTagItem>;
export const DeletedTagItem = z.strictObject({ DeletedTag: z.object({ Tag: DeletedTag }) });
export type DeletedTagItem = z.infer<typeof DeletedTagItem>;

/** One element of the array that v1/library/sync answers: an object with one key. */
export const SyncItem = z.union([
  NewEntitlement,
  ChangedEntitlement,
  ChangedProductMetadata,
  ChangedReadingState,
  NewTagItem,
  ChangedTagItem,
  DeletedTagItem,
]);
export type SyncItem = z.infer<typeof SyncItem>;
