import { READING_STATUSES } from '@octavo/domain';
import { z } from 'zod';

// What a device sends is read leniently: a part that cannot be used is absent, because a refusal would be retried
// before every sync for ever.
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const text = absent(z.string().max(2000));
const amount = absent(z.union([z.number(), z.string().trim().min(1).max(20).transform(Number)]).pipe(z.number()));

const Bookmark = z.object({
  LastModified: text,
  ProgressPercent: amount,
  ContentSourceProgressPercent: amount,
  Location: absent(z.object({ Value: z.string().max(2000), Type: z.string().max(2000), Source: z.string().max(2000) })),
});

const Statistics = z.object({ LastModified: text, SpentReadingMinutes: amount, RemainingTimeMinutes: amount });

const StatusInfo = z.object({
  LastModified: text,
  Status: absent(z.enum(READING_STATUSES)),
  TimesStartedReading: amount,
  LastTimeStartedReading: text,
  LastTimeFinished: text,
});

export const StateUpdate = z.object({
  EntitlementId: z.string().min(1).max(200),
  LastModified: text,
  CurrentBookmark: absent(Bookmark),
  Statistics: absent(Statistics),
  StatusInfo: absent(StatusInfo),
});
export type StateUpdate = z.infer<typeof StateUpdate>;

/** The body of PUT v1/library/{id}/state; elements of the array are read one by one. */
export const StateUpdateBody = z.object({ ReadingStates: z.array(z.unknown()) });
