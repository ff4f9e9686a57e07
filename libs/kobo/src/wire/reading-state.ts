import { READING_STATUSES } from '@octavo/domain';
import { z } from 'zod';
import { WireDate } from './wire-date.js';

const Percent = z.int().min(0).max(100);
const Count = z.int().nonnegative();

/** Where in the (k)epub: `Source` is the path of the content document, `Value` of type KoboSpan is "kobo.<n>.<m>". */
export const BookmarkLocation = z.object({ Value: z.string(), Type: z.string(), Source: z.string() });

/** A reading state as we send it. A part nothing is known of holds only its LastModified. */
export const ReadingState = z.object({
  EntitlementId: z.string().min(1),
  Created: WireDate,
  LastModified: WireDate,
  PriorityTimestamp: WireDate,
  StatusInfo: z.object({
    LastModified: WireDate,
    Status: z.enum(READING_STATUSES),
    TimesStartedReading: Count.optional(),
    LastTimeStartedReading: WireDate.optional(),
    LastTimeFinished: WireDate.optional(),
  }),
  Statistics: z.object({
    LastModified: WireDate,
    SpentReadingMinutes: Count.optional(),
    RemainingTimeMinutes: Count.optional(),
  }),
  CurrentBookmark: z.object({
    LastModified: WireDate,
    ProgressPercent: Percent.optional(),
    ContentSourceProgressPercent: Percent.optional(),
    Location: BookmarkLocation.optional(),
  }),
});
export type ReadingState = z.infer<typeof ReadingState>;

const Result = z.object({ Result: z.enum(['Success', 'Ignored']) });

/** The answer to PUT v1/library/{id}/state. */
export const StateUpdateAnswer = z.object({
  RequestResult: z.literal('Success'),
  UpdateResults: z.array(
    z.object({
      EntitlementId: z.string(),
      CurrentBookmarkResult: Result,
      StatisticsResult: Result,
      StatusInfoResult: Result,
      LastModified: WireDate,
      PriorityTimestamp: WireDate,
    }),
  ),
});
export type StateUpdateAnswer = z.infer<typeof StateUpdateAnswer>;
