import { z } from 'zod';

// More lenient than what Octavo itself sends (libs/kobo): any server that devices work with has to fit.

const Text = z.string().min(1);
const UTC = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** UTC with a Z, and no year that stands for "undefined". */
export const Time = z.string().regex(UTC);

export const Entitlement = z.object({
  Accessibility: z.enum(['Full', 'Preview']),
  ActivePeriod: z.object({ From: Time }),
  Created: Time,
  CrossRevisionId: Text,
  Id: Text,
  IsHiddenFromArchive: z.boolean(),
  IsLocked: z.boolean(),
  IsRemoved: z.boolean(),
  LastModified: Time,
  OriginCategory: Text,
  RevisionId: Text,
  Status: Text,
});

export const Download = z.object({
  Format: z.enum(['EPUB', 'EPUB3', 'EPUB3FL', 'KEPUB']),
  Size: z.number().nonnegative(),
  Url: z.url(),
  Platform: z.literal('Generic'),
});

/** What of a book's metadata no device does without. */
export const Metadata = z.object({
  EntitlementId: Text,
  RevisionId: Text,
  Title: Text,
  Contributors: z.array(z.string()).nullish(),
  CoverImageId: z.string().nullish(),
  DownloadUrls: z.array(Download).min(1),
});
export type Metadata = z.infer<typeof Metadata>;

const Part = z.object({ LastModified: Time });

export const State = z.object({
  EntitlementId: Text,
  LastModified: Time,
  PriorityTimestamp: Time,
  StatusInfo: Part.extend({ Status: z.enum(['ReadyToRead', 'Reading', 'Finished']) }),
  Statistics: Part,
  CurrentBookmark: Part.extend({ ProgressPercent: z.int().min(0).max(100).optional() }),
});

export const Tag = z.object({
  Id: Text,
  Name: Text,
  Type: z.enum(['UserTag', 'SystemTag']),
  Items: z.array(z.object({ RevisionId: Text, Type: z.literal('ProductRevisionTagItem') })),
});
export type Tag = z.infer<typeof Tag>;
