import type { AcceptFind, BookDetail, BookFind } from '@octavo/contracts';
import { type FieldValue, isEmptyValue, METADATA_FIELDS, type MetadataField } from '@octavo/domain';
import { isSameCover } from '../books/cover-address.js';

/** A field that would be another if it were taken from a find. */
export interface Offer {
  field: string;
  before: unknown;
  after: unknown;
  isLocked: boolean;
  /** Taken without being chosen: nothing is there yet, or only what was guessed from the file's name. */
  byItself: boolean;
}

/** What is taken of a find: what goes by itself, or the fields that were chosen. */
export type Choice = 'gaps' | ReadonlySet<string>;

/** What is known of the book beside the find; its provenance may still be on its way. */
export type Beside = Pick<BookDetail, 'coverUrl'> & Partial<Pick<BookDetail, 'provenance'>>;

/** Of the cover `before` and `after` are where the pictures are; what nobody has fetched yet is null. */
export function offersOf(
  { differences, hasCover, coverUrl }: Pick<BookFind, 'differences' | 'hasCover' | 'coverUrl'>,
  book: Beside,
): Offer[] {
  const offerOf = (field: string, before: unknown, after: unknown): Offer => {
    const origin = book.provenance?.[field];
    const isLocked = origin?.locked ?? false;
    // What a person emptied is to stay empty.
    const isGap = isEmptyValue(before as FieldValue) ? origin?.source !== 'manual' : origin?.source === 'filepath';
    return { field, before, after, isLocked, byItself: isGap && !isLocked };
  };
  const fields = differences.map(({ field, before, after }) => offerOf(field, before, after));
  return hasCover && !isSameCover(coverUrl, book.coverUrl)
    ? [...fields, offerOf('cover', book.coverUrl, coverUrl)]
    : fields;
}

export function isTaken(choice: Choice, { field, isLocked, byItself }: Offer): boolean {
  if (isLocked) return false;
  return choice === 'gaps' ? byItself : choice.has(field);
}

/** The choice with one field more or less; who touches one chooses from then on. */
export function withToggled(choice: Choice, offers: readonly Offer[], field: string): Choice {
  const chosen = new Set(offers.filter((offer) => isTaken(choice, offer)).map((offer) => offer.field));
  if (!chosen.delete(field)) chosen.add(field);
  return chosen;
}

export function everything(offers: readonly Offer[]): Choice {
  return new Set(offers.filter(({ isLocked }) => !isLocked).map(({ field }) => field));
}

/** Which of the ways to choose a choice is. */
export function kindOf(choice: Choice, offers: readonly Offer[]): 'gaps' | 'chosen' | 'everything' {
  if (choice === 'gaps') return 'gaps';
  const free = offers.filter(({ isLocked }) => !isLocked);
  return free.length > 0 && free.every(({ field }) => choice.has(field)) ? 'everything' : 'chosen';
}

/** As the server wants to be told. */
export function acceptOf(choice: Choice): AcceptFind {
  if (choice === 'gaps') return {};
  return { fields: [...choice].filter(isField), cover: choice.has('cover') };
}

const isField = (field: string): field is MetadataField => METADATA_FIELDS.includes(field as MetadataField);
