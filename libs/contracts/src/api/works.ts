import { MEDIA } from '@octavo/domain';
import { z } from 'zod';
import { Id, pageOf, Time } from './primitives.js';

/** A title in somebody's library at Audible, as a book's page shows it. */
export const PurchaseOfBook = z.object({
  id: Id,
  account: z.string(),
  country: z.string(),
  asin: z.string(),
  runtimeMin: z.number().int().nullable(),
  /** From 0 to 100. */
  heardPercent: z.number().nullable(),
  isFinished: z.boolean(),
  purchasedAt: Time.nullable(),
  /** It is in Audible's library no more, since then. */
  removedAt: Time.nullable(),
  /** The day a title of the subscription leaves it. */
  leavingOn: z.string().nullable(),
});
export type PurchaseOfBook = z.infer<typeof PurchaseOfBook>;

/** Another form of a book: of the same work, or perhaps of it. */
export const FormOfBook = z.object({
  bookId: Id,
  medium: z.enum(MEDIA),
  title: z.string(),
  authors: z.array(z.string()),
  narrators: z.array(z.string()),
  language: z.string().nullable(),
  coverUrl: z.string().nullable(),
  durationSec: z.number().nullable(),
  heardPercent: z.number().nullable(),
  isFinished: z.boolean(),
  missing: z.boolean(),
});
export type FormOfBook = z.infer<typeof FormOfBook>;

export const SuggestedForm = FormOfBook.extend({ score: z.number(), reasons: z.array(z.string()) });
export type SuggestedForm = z.infer<typeof SuggestedForm>;

/** GET /api/books/:id/forms */
export const FormsOfBook = z.object({
  purchases: z.array(PurchaseOfBook),
  forms: z.array(FormOfBook),
  suggestions: z.array(SuggestedForm),
});
export type FormsOfBook = z.infer<typeof FormsOfBook>;

/** GET /api/works/suggestions: pairs a person is to say something about. */
export const WorkSuggestion = z.object({
  book: FormOfBook,
  other: FormOfBook,
  score: z.number(),
  reasons: z.array(z.string()),
});
export type WorkSuggestion = z.infer<typeof WorkSuggestion>;
export const WorkSuggestionPage = pageOf(WorkSuggestion);
export type WorkSuggestionPage = z.infer<typeof WorkSuggestionPage>;

/** A volume of a series that Audible sells and this library has in no form. */
export const MissingVolume = z.object({
  asin: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  releaseDate: z.string().nullable(),
});
/** GET /api/audible/series: of each series what is there, and what is not yet. */
export const SeriesGaps = z.object({
  series: z.array(
    z.object({
      country: z.string(),
      asin: z.string(),
      title: z.string(),
      have: z.number().int(),
      missing: z.array(MissingVolume),
      fetchedAt: Time,
    }),
  ),
});
export type SeriesGaps = z.infer<typeof SeriesGaps>;

/** POST /api/works/tie and /api/works/decline: two books that are one work, or are not. POST /api/works/untie: only `bookId`. */
export const PairOfBooks = z.object({ bookId: Id, otherId: Id });
export type PairOfBooks = z.infer<typeof PairOfBooks>;
export const BookToUntie = z.object({ bookId: Id });
export type BookToUntie = z.infer<typeof BookToUntie>;
