import { METADATA_FIELDS, type MetadataField } from '@octavo/domain';
import { z } from 'zod';

/** Who can be asked about books, by the names that are kept. */
export const PROVIDER_IDS = ['amazon', 'goodreads', 'open-library', 'audnexus', 'audible'] as const;
export type ProviderName = (typeof PROVIDER_IDS)[number];

const FieldOrCover = z.enum(['cover', ...METADATA_FIELDS] as ['cover', ...MetadataField[]]);

export const ProviderChoice = z.strictObject({
  id: z.enum(PROVIDER_IDS),
  /** Null: as it comes. Those that read pages made for people are off until somebody switches them on. */
  on: z.boolean().nullable().default(null),
  /** The shop by its country ("com", "de"), for those that have several; null: after the book's language. */
  market: z.string().max(10).nullable().default(null),
  /** What is taken of what it says; null: everything. */
  fields: z.array(FieldOrCover).max(50).nullable().default(null),
});
export type ProviderChoice = z.infer<typeof ProviderChoice>;

const choices = (ids: readonly ProviderName[]) => ids.map((id) => ({ id, on: null, market: null, fields: null }));
const Order = (ids: readonly ProviderName[]) =>
  z
    .array(ProviderChoice)
    .max(20)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each provider once')
    .default(choices(ids));

/** GET and PUT /api/metadata/settings: whom to ask about books, in which order, and what is taken of it. */
export const MetadataSettings = z.strictObject({
  /** New books are asked about by themselves. */
  automatic: z.boolean().default(true),
  ebooks: Order(['amazon', 'goodreads', 'open-library']),
  audiobooks: Order(['audnexus', 'audible', 'amazon']),
  /** Others are asked for what the first who knew the book left empty. */
  completeMissing: z.boolean().default(true),
  /** Fields in which providers count more than what files say. */
  overrides: z.array(FieldOrCover).default([]),
  /** Subjects of all sources together, instead of those of the best. */
  joinSubjects: z.boolean().default(false),
});
export type MetadataSettings = z.infer<typeof MetadataSettings>;

/** Under which name they are kept. */
export const METADATA_SETTINGS = 'metadata';
