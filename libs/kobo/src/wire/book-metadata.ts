import { z } from 'zod';
import { WireDate } from './wire-date.js';

/** KEPUB gets the renderer with spans and statistics; EPUB3FL is for pages of a fixed size. */
export const DOWNLOAD_FORMATS = ['EPUB', 'EPUB3', 'EPUB3FL', 'KEPUB'] as const;

export const DownloadUrl = z.object({
  Format: z.enum(DOWNLOAD_FORMATS),
  /** Bytes, for the progress bar and the check for free space. */
  Size: z.int().nonnegative(),
  /** Absolute, and all the authority its request carries. */
  Url: z.url(),
  Platform: z.literal('Generic'),
  DrmType: z.literal('None').optional(),
});
export type DownloadUrl = z.infer<typeof DownloadUrl>;

export const Series = z.object({
  /** The device groups by it. */
  Id: z.string().min(1),
  Name: z.string().min(1),
  Number: z.number().optional(),
  NumberFloat: z.number().optional(),
});

/** What a device shows of a book, and where it gets the file. */
export const BookMetadata = z.object({
  Categories: z.array(z.string()),
  ContributorRoles: z.array(z.object({ Name: z.string(), Role: z.string().optional() })),
  Contributors: z.array(z.string()),
  /** Cached by the device for ever: a new cover needs a new id. */
  CoverImageId: z.string().min(1).optional(),
  CrossRevisionId: z.string().min(1),
  CurrentDisplayPrice: z.object({ CurrencyCode: z.string(), TotalAmount: z.number() }),
  CurrentLoveDisplayPrice: z.object({ TotalAmount: z.number() }),
  /** HTML. An empty one would not overwrite an earlier text. */
  Description: z.string().min(1),
  DownloadUrls: z.array(DownloadUrl),
  EntitlementId: z.string().min(1),
  ExternalIds: z.array(z.string()),
  Genre: z.string(),
  Isbn: z.string().optional(),
  IsEligibleForKoboLove: z.boolean(),
  IsInternetArchive: z.boolean(),
  IsPreOrder: z.boolean(),
  IsSocialEnabled: z.boolean(),
  /** Two letters; chooses dictionary and hyphenation. */
  Language: z.string().regex(/^[a-z]{2}$/),
  PhoneticPronunciations: z.record(z.string(), z.unknown()),
  PublicationDate: WireDate.optional(),
  Publisher: z.object({ Imprint: z.string(), Name: z.string().nullable() }),
  RevisionId: z.string().min(1),
  Series: Series.optional(),
  SubTitle: z.string().optional(),
  Title: z.string().min(1),
  WorkId: z.string().min(1),
});
export type BookMetadata = z.infer<typeof BookMetadata>;

/** GET v1/library/{id}/metadata. An object in place of the array makes a device never start the download. */
export const BookMetadataAnswer = z.array(BookMetadata);
