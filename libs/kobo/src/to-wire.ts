import { bookEntitlement, bookMetadata, stubMetadata } from './book-to-wire.js';
import type { KoboBook, RemovedKoboBook } from './kobo-book.js';
import type { KoboReadingState } from './kobo-reading-state.js';
import { emptyReadingState, readingState } from './reading-state-to-wire.js';
import { wireDate } from './wire-dates.js';
import type {
  ChangedEntitlement,
  ChangedProductMetadata,
  ChangedReadingState,
  ChangedTagItem,
  DeletedTagItem,
  NewEntitlement,
  NewTagItem,
} from './wire/sync-item.js';
import type { Tag } from './wire/tag.js';

/**
 * The book is new to this device, or its file is. Always with a reading state: a device that gets none takes the book
 * for unread, and after a sign-out writes that back over what the reader had done.
 */
export function newEntitlement(book: KoboBook, state?: KoboReadingState): NewEntitlement {
  return {
    NewEntitlement: {
      BookEntitlement: bookEntitlement(book),
      BookMetadata: bookMetadata(book),
      ReadingState: state ? readingState(state) : emptyReadingState(book.entitlementId, book.addedAt),
    },
  };
}

/**
 * Title, series, cover or description changed and the file did not. Some readers of this message look for the
 * metadata alone and others for both objects, so both are sent.
 */
export function changedProductMetadata(book: KoboBook): ChangedProductMetadata {
  return {
    ChangedProductMetadata: { BookEntitlement: bookEntitlement(book), BookMetadata: bookMetadata(book) },
  };
}

/** The device is to delete the file and forget the title; hidden from the archive, since it cannot be had again there. */
export function removedEntitlement(book: RemovedKoboBook): ChangedEntitlement {
  return {
    ChangedEntitlement: {
      BookEntitlement: {
        ...bookEntitlement({ ...book, changedAt: book.removedAt }),
        IsHiddenFromArchive: true,
        IsRemoved: true,
      },
      BookMetadata: stubMetadata(book),
    },
  };
}

/**
 * Another device of the reader moved. A position with a percentage but no location changes the figure on the shelf and
 * not the page, and is then pushed back: whoever has no location for this device's file had better not send it.
 */
export function changedReadingState(state: KoboReadingState): ChangedReadingState {
  return { ChangedReadingState: { ReadingState: readingState(state) } };
}

/** A shelf as a device is told of it: always with all its books, by their ids. */
export interface KoboShelf {
  id: string;
  name: string;
  createdAt: Date;
  changedAt: Date;
  bookIds: string[];
}

/** A collection the device does not have yet. */
export const newTag = (shelf: KoboShelf): NewTagItem => ({ NewTag: { Tag: tag(shelf) } });

/** A collection whose name or books changed. */
export const changedTag = (shelf: KoboShelf): ChangedTagItem => ({ ChangedTag: { Tag: tag(shelf) } });

/** A collection the device is to drop. Its books stay. */
export const deletedTag = (id: string, at: Date): DeletedTagItem => ({
  DeletedTag: { Tag: { Id: id, LastModified: wireDate(at) } },
});

function tag({ id, name, createdAt, changedAt, bookIds }: KoboShelf): Tag {
  return {
    Id: id,
    Name: name,
    Type: 'UserTag',
    Created: wireDate(createdAt),
    LastModified: wireDate(changedAt),
    Items: bookIds.map((RevisionId) => ({ RevisionId, Type: 'ProductRevisionTagItem' })),
  };
}
