import { METADATA_FIELDS, type MetadataField } from '@octavo/domain';
import { z } from 'zod';
import { FieldDifference, MOST_IN_BULK } from './book-edits.js';
import { BookQuery } from './books.js';
import { PROVIDER_IDS } from './metadata-settings.js';
import { Id, Time } from './primitives.js';

const Field = z.enum(METADATA_FIELDS as [MetadataField, ...MetadataField[]]);

/** POST /api/books/:id/enrich. `fresh`: ask anew what was answered before. */
export const EnrichRequest = z.strictObject({ fresh: z.boolean().default(true) });
export type EnrichRequest = z.infer<typeof EnrichRequest>;

export const FIND_STANDINGS = ['ACCEPTED', 'SUGGESTED', 'REFUSED'] as const;

/** Something a provider knows that is, or may be, a book here. */
export const BookFind = z.object({
  id: Id,
  bookId: Id,
  provider: z.string(),
  /** The page a person can look at. */
  url: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  /** "paperback", "kindle": the form of the edition, where it is told. */
  form: z.string().nullable(),
  published: z.string().nullable(),
  hasCover: z.boolean(),
  /** Its picture, where that is here already. Changes whenever the picture does; takes `?width=&height=`. */
  coverUrl: z.string().nullable(),
  /** How surely it is the book, from 0 to 1, and what speaks for and against it. */
  score: z.number(),
  reasons: z.array(z.string()),
  standing: z.enum(FIND_STANDINGS),
  at: Time,
  /** What would be another if all of it were taken. */
  differences: z.array(FieldDifference),
});
export type BookFind = z.infer<typeof BookFind>;

/** GET /api/books/:id/finds */
export const FindList = z.object({ items: z.array(BookFind), total: z.number().int(), next: z.null() });
export type FindList = z.infer<typeof FindList>;

/** GET /api/suggestions: books about which somebody has to say which edition is theirs, the surest first. */
export const Suggestion = z.object({
  book: z.object({
    id: Id,
    title: z.string(),
    authors: z.array(z.string()),
    coverUrl: z.string().nullable(),
    fileName: z.string().nullable(),
  }),
  finds: z.array(BookFind),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestionList = z.object({ items: z.array(Suggestion), total: z.number().int(), next: z.null() });
export type SuggestionList = z.infer<typeof SuggestionList>;

/** POST /api/finds/:id/accept → 202. Without `fields`, only what is empty or less trusted is taken. */
export const AcceptFind = z.strictObject({
  fields: z.array(Field).max(50).optional(),
  cover: z.boolean().optional(),
});
export type AcceptFind = z.infer<typeof AcceptFind>;

/** POST /api/metadata/enrichment → 202: asks about many books. Goes on after a restart, until it is done or stopped. */
export const EnrichMany = z
  .strictObject({
    ids: z.array(Id).min(1).max(MOST_IN_BULK).optional(),
    query: BookQuery.omit({ limit: true, cursor: true, sort: true, order: true }).optional(),
  })
  .refine(({ ids, query }) => (ids === undefined) !== (query === undefined), 'either ids or query');
export type EnrichMany = z.infer<typeof EnrichMany>;
export const EnrichManyAnswer = z.object({ wanted: z.number().int(), jobId: Id.nullable() });
export type EnrichManyAnswer = z.infer<typeof EnrichManyAnswer>;

/** GET /api/metadata/enrichment: how many books of each state there are. */
export const EnrichmentCounts = z.object({
  /** Nobody was asked about them yet. */
  never: z.number().int(),
  wanted: z.number().int(),
  done: z.number().int(),
  suggested: z.number().int(),
  none: z.number().int(),
  blocked: z.number().int(),
});
export type EnrichmentCounts = z.infer<typeof EnrichmentCounts>;

/** GET /api/metadata/providers */
export const ProviderHealth = z.object({
  id: z.enum(PROVIDER_IDS),
  name: z.string(),
  /** Reads pages that are made for people: its shop may not want that. */
  scrapes: z.boolean(),
  /** For which books it is switched on. */
  onFor: z.array(z.enum(['ebook', 'audiobook'])),
  /** Of its hosts that were asked: whether it refuses, why, and when it is asked again. */
  hosts: z.array(
    z.object({
      host: z.string(),
      closedUntil: Time.nullable(),
      reason: z.string().nullable(),
      pagesToday: z.number().int(),
    }),
  ),
});
export type ProviderHealth = z.infer<typeof ProviderHealth>;
export const ProviderHealthList = z.object({ items: z.array(ProviderHealth), total: z.number().int(), next: z.null() });
export type ProviderHealthList = z.infer<typeof ProviderHealthList>;
