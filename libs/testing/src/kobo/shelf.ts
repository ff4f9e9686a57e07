import { SyncItem, type BookEntitlement, type BookMetadata, type ReadingState, type Tag } from '@octavo/kobo';
import { z } from 'zod';

/** A book as the device holds it. */
export interface ShelfBook {
  id: string;
  title: string;
  metadata: BookMetadata;
  entitlement: BookEntitlement;
  revision: string;
  /** In the archive: the title is left and the file is gone. A book hidden from there is not on the shelf at all. */
  removed: boolean;
  readingState?: ReadingState;
  file?: Uint8Array;
  fileName?: string;
}

/** One sync item, as far as tests ask for it. */
export interface SeenItem {
  kind: string;
  id: string;
}

type Content<Kind extends string> = Extract<SyncItem, Record<Kind, unknown>>[Kind &
  keyof Extract<SyncItem, Record<Kind, unknown>>];

/** What is on the device, and what each sync item does to it. */
export class Shelf {
  readonly books = new Map<string, ShelfBook>();
  readonly collections = new Map<string, Tag>();
  /** Announced and not downloaded yet, in the order they came. */
  readonly wanted = new Set<string>();

  constructor(private readonly note: (violation: string) => void) {}

  /** Applies an item as a device does; what a device would not understand is noted and passed over. */
  apply(item: unknown): SeenItem {
    const keys = typeof item === 'object' && item !== null ? Object.keys(item) : [];
    if (keys.length !== 1) this.note(`a sync item has ${keys.length} keys: ${keys.join(', ')}`);
    const parsed = SyncItem.safeParse(item);
    if (!parsed.success) {
      this.note(`a sync item is not one a device knows (${keys.join(', ')}): ${z.prettifyError(parsed.error)}`);
      return { kind: keys[0] ?? 'nothing', id: '' };
    }
    return this.take(parsed.data);
  }

  /** The reader removed it here. */
  forget(id: string): void {
    this.books.delete(id);
    this.wanted.delete(id);
  }

  clear(): void {
    this.books.clear();
    this.collections.clear();
    this.wanted.clear();
  }

  private take(item: SyncItem): SeenItem {
    if ('NewEntitlement' in item) return this.newEntitlement(item.NewEntitlement);
    if ('ChangedEntitlement' in item) return this.changedEntitlement(item.ChangedEntitlement);
    if ('ChangedProductMetadata' in item) return this.changedMetadata(item.ChangedProductMetadata);
    if ('ChangedReadingState' in item) return this.changedReadingState(item.ChangedReadingState);
    if ('NewTag' in item) return this.keepCollection('NewTag', item.NewTag.Tag);
    if ('ChangedTag' in item) return this.keepCollection('ChangedTag', item.ChangedTag.Tag);
    this.collections.delete(item.DeletedTag.Tag.Id);
    return { kind: 'DeletedTag', id: item.DeletedTag.Tag.Id };
  }

  private newEntitlement(content: Content<'NewEntitlement'>): SeenItem {
    const { BookEntitlement: entitlement, BookMetadata: metadata, ReadingState: state } = content;
    const seen = { kind: 'NewEntitlement', id: entitlement.Id };
    this.checkIds(seen, entitlement, metadata);
    if (entitlement.IsRemoved) return this.remove(entitlement, seen);
    const held = this.books.get(entitlement.Id);
    const [first] = metadata.DownloadUrls;
    if (!first) this.note(`new book ${entitlement.Id} has nothing to download`);
    this.books.set(entitlement.Id, {
      id: entitlement.Id,
      title: metadata.Title,
      metadata,
      entitlement,
      revision: entitlement.RevisionId,
      removed: false,
      readingState: newer(held?.readingState, state),
      file: held?.file,
      fileName: held?.fileName,
    });
    this.wanted.add(entitlement.Id);
    return seen;
  }

  /** Only the entitlement is looked at: metadata and reading state in this item have no effect on a device. */
  private changedEntitlement({ BookEntitlement: entitlement }: Content<'ChangedEntitlement'>): SeenItem {
    const seen = { kind: 'ChangedEntitlement', id: entitlement.Id };
    if (entitlement.IsRemoved) return this.remove(entitlement, seen);
    const book = this.books.get(entitlement.Id);
    if (book) this.books.set(book.id, { ...book, entitlement, revision: entitlement.RevisionId, removed: false });
    else this.note(`ChangedEntitlement for ${entitlement.Id}, which the device does not have`);
    return seen;
  }

  private changedMetadata(content: Content<'ChangedProductMetadata'>): SeenItem {
    const { BookEntitlement: entitlement, BookMetadata: metadata } = content;
    const seen = { kind: 'ChangedProductMetadata', id: entitlement.Id };
    this.checkIds(seen, entitlement, metadata);
    const book = this.books.get(entitlement.Id);
    if (book) this.books.set(book.id, { ...book, title: metadata.Title, metadata });
    else this.note(`ChangedProductMetadata for ${entitlement.Id}, which the device does not have`);
    return seen;
  }

  private changedReadingState({ ReadingState: state }: Content<'ChangedReadingState'>): SeenItem {
    const book = this.books.get(state.EntitlementId);
    if (book) book.readingState = newer(book.readingState, state);
    else this.note(`ChangedReadingState for ${state.EntitlementId}, which the device does not have`);
    return { kind: 'ChangedReadingState', id: state.EntitlementId };
  }

  private remove(entitlement: BookEntitlement, seen: SeenItem): SeenItem {
    const book = this.books.get(entitlement.Id);
    this.wanted.delete(entitlement.Id);
    if (entitlement.IsHiddenFromArchive) this.forget(entitlement.Id);
    else if (book) this.books.set(book.id, { ...book, entitlement, removed: true, file: undefined });
    return seen;
  }

  private keepCollection(kind: string, tag: Tag): SeenItem {
    this.collections.set(tag.Id, tag);
    return { kind, id: tag.Id };
  }

  private checkIds({ kind, id }: SeenItem, entitlement: BookEntitlement, metadata: BookMetadata): void {
    const same = metadata.EntitlementId === id && metadata.RevisionId === entitlement.RevisionId;
    if (!same) this.note(`${kind} for ${id} has metadata of another book or revision`);
  }
}

/** The device keeps the reading state with the later PriorityTimestamp. */
function newer(held: ReadingState | undefined, told: ReadingState | undefined): ReadingState | undefined {
  if (!held || !told) return told ?? held;
  return Date.parse(told.PriorityTimestamp) >= Date.parse(held.PriorityTimestamp) ? told : held;
}
